namespace CovidSchoolReporting.App.Features.Agency;

/// <summary>What the operator searches the list for. It is a name, so it stays out of the address, and lives as long as the circuit.</summary>
public sealed class ReportListMemory
{
    public string Search { get; set; } = "";
}
