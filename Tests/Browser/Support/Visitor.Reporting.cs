using System.Globalization;
using System.Text.RegularExpressions;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Schools;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>What a referent does.</summary>
public sealed partial class Visitor
{
    /// <summary>Reports a case from the list, and comes back to the list.</summary>
    /// <returns>The case's id, as the message says it.</returns>
    public async Task<int> ReportCaseAsync(CaseDraft draft)
    {
        await OpenAsync("/casi");
        await Link("Nuovo Caso").ClickAsync();
        await FillCaseAsync(draft);
        await Button("Salva segnalazione").ClickAsync();
        return await NumberInAsync(Notices, @"Il nuovo caso (\d+) è stato inserito correttamente");
    }

    public async Task FillCaseAsync(CaseDraft draft)
    {
        await Expect(Heading).ToHaveTextAsync(new Regex("^(Nuova segnalazione|Caso )"));
        await TypeAsync("Comune del plesso", draft.SiteMunicipality);
        await TypeAsync("Nome scuola", draft.SchoolName);
        await Field("Tipo scuola").SelectOptionAsync(draft.SchoolType is SchoolType.Primary ? "Primaria" : "Secondaria di I grado");
        await TypeAsync("Cognome e nome del referente scuola", draft.ReferentName);
        await TypeAsync("Telefono del referente", draft.ReferentPhone);
        await TypeAsync("E-mail del referente", draft.ReferentEmail);
        await FillPersonAsync(draft);
        await TypeAsync("Telefono 1", draft.Phone);
        await TypeAsync("Ultimo giorno di frequenza", draft.LastDayAttended);
        await TypeAndLeaveAsync("Data del tampone positivo (se noto)", draft.PositiveSwabDate);
    }

    /// <summary>Adds a contact from the list of the case's contacts, and comes back to it.</summary>
    public async Task AddContactAsync(int caseId, ContactDraft draft)
    {
        if (Address != $"/casi/{caseId}/contatti")
        {
            await OpenAsync($"/casi/{caseId}/contatti");
        }

        await Link("Aggiungi Contatto").ClickAsync();
        await FillContactAsync(draft);
        await Button("Salva contatto").ClickAsync();
        await Expect(Notices.Filter(new() { HasText = "Il nuovo contatto è stato inserito correttamente" })).ToBeVisibleAsync();
    }

    public async Task FillContactAsync(ContactDraft draft)
    {
        await Expect(Heading).ToHaveTextAsync(new Regex("^(Aggiungi contatto|Contatto )"));
        await FillPersonAsync(draft);
        await TypeAsync("Telefono cellulare", draft.Phone);
        await TypeAndLeaveAsync("Data ultimo contatto con il caso", draft.LastContactDate);
    }

    /// <summary>Fills the form of a contact that is added to a closed case.</summary>
    public async Task FillAddedContactAsync(ContactDraft draft)
    {
        await FillPersonAsync(draft);
        await TypeAsync("Telefono cellulare", draft.Phone);
        await TypeAndLeaveAsync("Data ultimo contatto con il caso", draft.LastContactDate);
    }

    /// <summary>Closes a case from the list.</summary>
    /// <returns>The protocol number, as the row shows it.</returns>
    public async Task<string> CloseAndSendAsync(int caseId)
    {
        await Link($"Chiudi e invia il caso in ATS: caso {caseId}").ClickAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "SÌ" }).ClickAsync();
        var row = Row(caseId);
        await Expect(row).ToContainTextAsync("Caso chiuso");
        await Expect(row).ToContainTextAsync(new Regex(@"prot\. \d{4}/\d{7}"));
        return Regex.Match(await row.InnerTextAsync(), @"\d{4}/\d{7}").Value;
    }

    private static async Task<int> NumberInAsync(ILocator where, string pattern)
    {
        var said = where.Filter(new() { HasTextRegex = new Regex(pattern) });
        await Expect(said).ToBeVisibleAsync();
        return int.Parse(Regex.Match(await said.InnerTextAsync(), pattern).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private async Task FillPersonAsync(PersonDraft draft)
    {
        await Field("Ruolo").SelectOptionAsync(draft.Role is PersonRole.Teacher ? "Insegnante" : "Studente/Alunno");
        await TypeAsync("Classe", draft.ClassName);
        await TypeAsync("Sezione", draft.Section);
        await TypeAsync("Cognome", draft.Surname);
        await TypeAsync("Nome", draft.Name);
        if (draft.FiscalCodeUnavailable)
        {
            await Field("Codice fiscale non disponibile").CheckAsync();
            await TypeAsync("Perché il codice fiscale non è disponibile", draft.FiscalCodeUnavailableReason);
            await TypeAsync("Data di nascita", draft.BirthDate);
        }
        else
        {
            // The code says when the person was born: the form writes it by itself.
            await TypeAndLeaveAsync("Codice fiscale", draft.FiscalCode);
            await Expect(Field("Data di nascita")).ToHaveValueAsync(draft.BirthDate);
        }

        await TypeAsync("Comune di domicilio", draft.Domicile);
    }
}
