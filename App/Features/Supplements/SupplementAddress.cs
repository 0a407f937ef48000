namespace CovidSchoolReporting.App.Features.Supplements;

/// <summary>Where a school adds to a closed case.</summary>
public static class SupplementAddress
{
    public static string List(int caseId) => $"/casi/{caseId}/integrazioni";

    public static string NewContact(int caseId) => $"/casi/{caseId}/integrazioni/contatto";

    public static string NewValue(int caseId) => $"/casi/{caseId}/integrazioni/dato";
}
