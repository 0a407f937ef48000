namespace CovidSchoolReporting.App.Features.Cases;

/// <summary>What the user searches the list for. It is a name, so it stays out of the address, and lives as long as the circuit.</summary>
public sealed class CaseListMemory
{
    public string Search { get; set; } = "";
}
