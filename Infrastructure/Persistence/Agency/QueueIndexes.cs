namespace CovidSchoolReporting.Infrastructure.Persistence.Agency;

/// <summary>
/// The indexes by which «Casi ricevuti» is walked. All begin with the territory. Those of an order hold every column that a filter can ask
/// for, so that a rare combination is looked for in the index and not in the table; those of a choice hold the few reports of it.
/// </summary>
internal static class QueueIndexes
{
    public const string ById = "IX_ReceivedReports_ById";
    public const string ByState = "IX_ReceivedReports_ByState";
    public const string ByLastDay = "IX_ReceivedReports_ByLastDay";
    public const string BySchool = "IX_ReceivedReports_BySchool";
    public const string BySurname = "IX_ReceivedReports_BySurname";
    public const string ByName = "IX_ReceivedReports_ByName";
    public const string ByMunicipality = "IX_ReceivedReports_ByMunicipality";
    public const string OfSite = "IX_ReceivedReports_OfSite";
    public const string OfClass = "IX_ReceivedReports_OfClass";
    public const string OfAssignee = "IX_ReceivedReports_OfAssignee";
    public const string ByFiscalCode = "IX_ReceivedReports_ByFiscalCode";
}
