using CovidSchoolReporting.Domain.Drafts;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>The screen on which a draft goes on.</summary>
public static class DraftAddress
{
    /// <summary>Query parameter with the mark of a draft.</summary>
    public const string Mark = "bozza";

    /// <remarks>An operator writes a message on the page of the report: the ticket of that form says where, as it does for the text of a letter.</remarks>
    public static string Of(DraftKey key)
    {
        var screen = key switch
        {
            { Kind: DraftKind.Case, CaseId: null } => "/casi/nuovo",
            { Kind: DraftKind.Case } => $"/casi/{key.CaseId}",
            { Kind: DraftKind.Contact, ContactId: null } => $"/casi/{key.CaseId}/contatti/nuovo",
            { Kind: DraftKind.Contact } => $"/casi/{key.CaseId}/contatti/{key.ContactId}",
            { Kind: DraftKind.Message } => $"/casi/{key.CaseId}/messaggi",
            { Kind: DraftKind.Supplement } => $"/casi/{key.CaseId}/integrazioni/contatto",
            { Kind: DraftKind.ContactImport } => $"/casi/{key.CaseId}/contatti/elenco",
            { Kind: DraftKind.Letter } => "/ats/lettere",
            _ => "/classi/carica",
        };
        return key.Mark is { } mark ? $"{screen}?{Mark}={mark:N}" : screen;
    }

    /// <summary>The mark in an address, or null.</summary>
    public static Guid? ReadMark(string? typed) => Guid.TryParseExact(typed, "N", out var mark) ? mark : null;
}
