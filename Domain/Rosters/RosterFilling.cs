using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>Puts what the roster knows of a person into a form.</summary>
public static class RosterFilling
{
    /// <summary>Fills the fields that are still empty, and writes the surname, of which only the beginning was typed.</summary>
    public static void FillEmpty(PersonDraft draft, RosterDraft known)
    {
        draft.Surname = known.Surname;
        draft.Name = Kept(draft.Name, known.Name);
        if (!draft.FiscalCodeUnavailable)
        {
            draft.FiscalCode = Kept(draft.FiscalCode, known.FiscalCode);
        }

        draft.BirthDate = Kept(draft.BirthDate, known.BirthDate);
        draft.Sex ??= known.Sex;
        draft.Role ??= known.Role;
        draft.Domicile = Kept(draft.Domicile, known.Domicile);
        draft.Phone = Kept(draft.Phone, known.Phone);
        draft.ClassName = Kept(draft.ClassName, known.ClassName);
        draft.Section = Kept(draft.Section, known.Section);
        if (draft is ContactDraft contact)
        {
            contact.Address = Kept(contact.Address, known.Address);
        }
    }

    /// <summary>A contact made from the roster. What the roster does not know stays empty, for the user to fill in.</summary>
    /// <param name="ofCase">The case: staff without a class were met in its class.</param>
    public static ContactDraft NewContact(RosterDraft known, CaseDraft ofCase, Guid requestKey)
    {
        var contact = new ContactDraft { RequestKey = requestKey, Confirmations = [.. known.Confirmations] };
        FillEmpty(contact, known);
        contact.ClassName = Kept(contact.ClassName, ofCase.ClassName);
        contact.Section = Kept(contact.Section, ofCase.Section);
        return contact;
    }

    private static string Kept(string typed, string known) => string.IsNullOrWhiteSpace(typed) ? known : typed;
}
