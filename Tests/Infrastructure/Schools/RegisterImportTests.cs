using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Schools;
using CovidSchoolReporting.Infrastructure.Schools.Register;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.Schools;

public sealed class RegisterImportTests : IAsyncLifetime
{
    private const string State = """
        ANNOSCOLASTICO,PROVINCIA,CODICEISTITUTORIFERIMENTO,DENOMINAZIONEISTITUTORIFERIMENTO,CODICESCUOLA,DENOMINAZIONESCUOLA,CODICECOMUNESCUOLA,DESCRIZIONECOMUNE,DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA,SEDESCOLASTICA
        202021,MILANO,MIIC9Z000A,IC INVENTATO,MIIC9Z000A,IC INVENTATO,F205,MILANO,ISTITUTO COMPRENSIVO,NO
        202021,MILANO,MIIC9Z000A,IC INVENTATO,MIAA9Z0001,INFANZIA INVENTATA,F205,MILANO,SCUOLA INFANZIA,Non Disponibile
        202021,MILANO,MIIC9Z000A,IC INVENTATO,MIEE9Z0002,PRIMARIA INVENTATA,F205,MILANO,SCUOLA PRIMARIA,Non Disponibile
        202021,LODI,LOIS9Z0003,IIS INVENTATO,LOPS9Z0003,LICEO INVENTATO,E648,LODI,LICEO SCIENTIFICO,SI
        202021,ROMA,RMIC9Z0004,IC ALTROVE,RMEE9Z0004,PRIMARIA ALTROVE,H501,ROMA,SCUOLA PRIMARIA,Non Disponibile
        """;

    private const string Accredited = """
        ANNOSCOLASTICO;CODICESCUOLA;DENOMINAZIONESCUOLA;CODICECOMUNESCUOLA;DESCRIZIONECOMUNE;DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA
        202021;MI1A9Z0005;ASILO INVENTATO;F205;MILANO;SCUOLA INFANZIA NON STATALE
        """;

    private const string CombinedHeader =
        "codice_meccanografico,denominazione,gestione,tipologia_ministeriale,codice_istituto,denominazione_istituto,codice_catastale_comune,alunni_2020_21,alunni_2021_22,alunni_2024_25";

    private readonly CancellationToken _none = CancellationToken.None;
    private IdentityStoresOnFile _stores = null!;

    public async ValueTask InitializeAsync() => _stores = await IdentityStoresOnFile.StartAsync();

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task Import_StateRegister_TakesThePlessiOfTheTerritory()
    {
        var outcome = await ImportAsync(State);

        Assert.Empty(outcome.Errors);
        Assert.Equal((3, 0, 1, 1), (outcome.Saved, outcome.Closed, outcome.Elsewhere, outcome.NoSite));
        Assert.Equal(
            [
                ("IIS INVENTATO", "LOPS9Z0003", SchoolType.UpperSecondary, "E648"),
                ("IC INVENTATO", "MIAA9Z0001", SchoolType.Kindergarten, "F205"),
                ("IC INVENTATO", "MIEE9Z0002", SchoolType.Primary, "F205"),
            ],
            (await SitesAsync()).Select(pair => (pair.Institute, pair.Site.Code, pair.Site.Type, pair.Site.MunicipalityCode)));
    }

    [Fact]
    public async Task Import_AccreditedRegister_MakesEachSchoolItsOwnInstitute()
    {
        await ImportAsync(Accredited);

        var (institute, site) = Assert.Single(await SitesAsync());
        Assert.Equal(("ASILO INVENTATO", SchoolRegister.Accredited, SchoolType.Kindergarten), (institute, site.Register, site.Type));
    }

    [Fact]
    public async Task Import_CombinedFile_TakesTheFirstYearWhosePupilsAreKnown()
    {
        await ImportAsync($"""
            {CombinedHeader}
            MIEE9Z0002,Primaria,STATALE,SCUOLA PRIMARIA,MIIC9Z000A,IC,F205,,120,99
            MI1A9Z0005,Asilo,PARITARIA,SCUOLA INFANZIA NON STATALE,,,F205,,,
            """);

        Assert.Equal([null, 120], (await SitesAsync()).Select(pair => pair.Site.Pupils));
    }

    [Fact]
    public async Task Import_Again_ClosesWhatTheRegisterListsNoMoreAndNothingElse()
    {
        await ImportAsync(State);
        await ImportAsync(Accredited);

        var outcome = await ImportAsync(Without(State, "MIEE9Z0002"));

        Assert.Equal((2, 1), (outcome.Saved, outcome.Closed));
        var closed = Assert.Single(await SitesAsync(), pair => pair.Site.ClosedOn is not null);
        Assert.Equal(("MIEE9Z0002", new DateOnly(2020, 11, 25)), (closed.Site.Code, closed.Site.ClosedOn));
        Assert.Equal(0, (await ImportAsync(Without(State, "MIEE9Z0002"))).Closed);
        await ImportAsync(State);
        Assert.All(await SitesAsync(), pair => Assert.Null(pair.Site.ClosedOn));
    }

    [Fact]
    public async Task Import_ClosedPlesso_KeepsItsCasesAndIsNotOfferedToNewOnes()
    {
        await ImportAsync(State);
        var referent = await ReferentOfAsync("MIIC9Z000A");
        var id = await _stores.Portal.ReportAsync(referent, Drafts.Case(d => d.SchoolName = "PRIMARIA INVENTATA"));

        await ImportAsync(Without(State, "MIEE9Z0002"));

        Assert.NotNull(await _stores.Portal.Queries.FindAsync(referent, id, _none));
        var setting = await _stores.Portal.Get<ICaseStore>().SettingAsync(referent, _none);
        Assert.Equal(["INFANZIA INVENTATA"], setting.Sites.Select(site => site.Name));
    }

    [Fact]
    public async Task Import_SomeRowsWrong_ListsTheirLinesAndTakesTheOthers()
    {
        var outcome = await ImportAsync($"""
            {CombinedHeader}
            MIEE9Z0002,Primaria,STATALE,SCUOLA PRIMARIA,MIIC9Z000A,IC,F205,12,,
            MIEE9Z0006,,STATALE,SCUOLA PRIMARIA,MIIC9Z000A,IC,F205,12,,
            MIEE9Z0007,Primaria,COMUNALE,SCUOLA PRIMARIA,MIIC9Z000A,IC,F205,12,,
            MIEE9Z0002,Primaria,STATALE,SCUOLA PRIMARIA,MIIC9Z000A,IC,F205,12,,
            """);

        Assert.Equal(
            ["line 3: the name of the plesso is missing", "line 4: the school is said to be neither STATALE nor PARITARIA", "line 5: the plesso 'MIEE9Z0002' is listed twice"],
            outcome.Errors);
        Assert.Equal("MIEE9Z0002", Assert.Single(await SitesAsync()).Site.Code);
    }

    [Theory]
    [InlineData("code,name\n1,2\n", "line 1: the header is neither")]
    [InlineData("", "line 1: the header is neither")]
    public async Task Import_AnotherFile_SaysThatItIsNone(string file, string expected)
    {
        var outcome = await ImportAsync(file);

        Assert.StartsWith(expected, Assert.Single(outcome.Errors), StringComparison.Ordinal);
        Assert.Equal(0, outcome.Saved);
    }

    private static string Without(string register, string code) =>
        string.Join('\n', register.Split('\n').Where(line => !line.Contains(code, StringComparison.Ordinal)));

    private async Task<RegisterOutcome> ImportAsync(string file)
    {
        using var reader = new StringReader(file);
        return await _stores.Portal.Get<RegisterImport>().ImportAsync(reader, _none);
    }

    private async Task<IReadOnlyList<(string Institute, SchoolSite Site)>> SitesAsync() =>
        [.. (await _stores.Portal.Get<InstituteRegister>().ListAsync(_none)).SelectMany(i => i.Sites, (i, s) => (i.Name, s)).OrderBy(pair => pair.s.Code, StringComparer.Ordinal)];

    private async Task<Actor> ReferentOfAsync(string institute)
    {
        await using var context = await _stores.Portal.OpenAsync();
        var id = await context.Set<Institute>().Where(i => i.Code == institute).Select(i => i.Id).SingleAsync(_none);
        return Actor.OfSchool(id * 10, "Referente", Role.Referent, id);
    }
}
