namespace CovidSchoolReporting.Domain.Agency.Queue;

/// <summary>What «Casi ricevuti» is sorted by.</summary>
public enum ReportOrder
{
    /// <summary>As they were received.</summary>
    Received,

    /// <summary>Those that nobody has taken in charge before the others, in each state as they were received.</summary>
    State,

    LastDay,

    School,

    Surname,
}

public static class ReportOrders
{
    /// <summary>Newest first and latest day first; names from A, and whoever has waited longest first.</summary>
    public static bool StartsDescending(this ReportOrder order) => order is ReportOrder.Received or ReportOrder.LastDay;
}
