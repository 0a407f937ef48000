namespace CovidSchoolReporting.App.Components.Lists;

/// <summary>What the user searches a list for. It is a name, so it stays out of the address, and lives as long as the circuit.</summary>
/// <typeparam name="TRequest">What the list is asked by: each list remembers its own.</typeparam>
public sealed class SearchMemory<TRequest>
{
    public string Searched { get; set; } = "";
}
