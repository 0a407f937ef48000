using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.Schools;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Identity;

public sealed class UserImportTests : IAsyncLifetime
{
    private const string Header = "email,name,role,institute,territory";
    private IdentityStoresOnFile _stores = null!;

    public async ValueTask InitializeAsync()
    {
        _stores = await IdentityStoresOnFile.StartAsync();
        await _stores.Portal.Get<InstituteRegister>().EnsureAsync(Institute.Register("MI1", "Istituto di prova"));
    }

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Theory]
    [InlineData("a@s.example,Anna D'Angelò-Müller,referent,MI1,\nb@s.example,Bruno,operator,,\"MI,LO\"\n")]
    [InlineData("a@s.example;Anna D'Angelò-Müller;referent;MI1;\nb@s.example;Bruno;operator;;MI,LO\n")]
    public async Task Import_CommaOrSemicolon_RegistersEveryRow(string rows)
    {
        var separator = rows.Contains(';', StringComparison.Ordinal) ? ";" : ",";

        var outcome = await ImportAsync(Header.Replace(",", separator, StringComparison.Ordinal) + "\n" + rows);

        Assert.Equal((2, 0), (outcome.Saved, outcome.Errors.Count));
        Assert.Equal("Anna D'Angelò-Müller", (await _stores.Directory.FindByEmailAsync("a@s.example"))!.DisplayName);
        Assert.Equal(2, (await _stores.Directory.FindByEmailAsync("b@s.example"))!.Territories.Count);
    }

    [Fact]
    public async Task Import_SomeRowsWrong_ListsEachLineAndWritesNothing()
    {
        var outcome = await ImportAsync($"{Header}\na@s.example,Anna,referent,MI1,\nb@s.example,Bruno,referent,XX,\nsenza chiocciola,Carla,operator,,MI\na@s.example,Anna,referent,MI1,\n");

        Assert.Equal(
            [
                "line 3: no institute has the code 'XX'",
                "line 4: the e-mail address 'senza chiocciola' is not valid",
                "line 5: 'a@s.example' is registered already",
            ],
            outcome.Errors);
        Assert.Empty(await _stores.Directory.ListAsync());
    }

    [Theory]
    [InlineData("a@s.example,Anna,preside,MI1,", "line 2: the role 'preside' is not one of headteacher|referent|operator|administrator")]
    [InlineData("a@s.example,Anna,operator,,BG", "line 2: the territory 'BG' is not MI or LO")]
    [InlineData("a@s.example,Anna,operator,,", "line 2: an operator needs a territory: MI, LO or both")]
    [InlineData("a@s.example,Anna,referent,,", "line 2: a head teacher or a referent needs the code of an institute")]
    [InlineData("a@s.example,Anna,administrator,MI1,", "line 2: only a head teacher or a referent has an institute")]
    [InlineData(",Anna,administrator,,", "line 2: the e-mail address is missing")]
    [InlineData("a@s.example", "line 2: the role '' is not one of headteacher|referent|operator|administrator")]
    public async Task Import_WrongRow_SaysWhatIsWrong(string row, string error) =>
        Assert.Equal([error], (await ImportAsync($"{Header}\n{row}\n")).Errors);

    [Theory]
    [InlineData("")]
    [InlineData("nome,cognome\nAnna,Rossi\n")]
    public async Task Import_WrongHeader_SaysWhichIsWanted(string file) =>
        Assert.Equal(["line 1: the header must be email,name,role,institute,territory"], (await ImportAsync(file)).Errors);

    private async Task<ImportOutcome> ImportAsync(string text)
    {
        using var reader = new StringReader(text);
        return await _stores.Portal.Get<UserImport>().ImportAsync(reader);
    }
}
