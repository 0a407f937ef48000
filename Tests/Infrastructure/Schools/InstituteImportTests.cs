using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure;
using CovidSchoolReporting.Infrastructure.Schools;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Schools;

public sealed class InstituteImportTests : IAsyncLifetime
{
    private const string Header = "institute_code,institute_name,site_code,site_name,type,municipality";
    private const string Two =
        $"{Header}\nMIIC1,Istituto Uno,MIEE11,Primaria Uno,primary,Milano\nmiic1,Istituto Uno,MIMM12,Media Uno,lowersecondary,Lodi (LO)\n";

    private IdentityStoresOnFile _stores = null!;

    private InstituteRegister Register => _stores.Portal.Get<InstituteRegister>();

    public async ValueTask InitializeAsync() => _stores = await IdentityStoresOnFile.StartAsync();

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task Import_NewInstitute_RegistersItWithItsPlessi()
    {
        var outcome = await ImportAsync(Two);

        Assert.Equal((2, 0), (outcome.Saved, outcome.Errors.Count));
        var institute = Assert.Single(await Register.ListAsync());
        Assert.Equal(("MIIC1", "Istituto Uno"), (institute.Code, institute.Name));
        Assert.Equal(
            [("MIEE11", SchoolType.Primary, "F205"), ("MIMM12", SchoolType.LowerSecondary, "E648")],
            institute.Sites.Select(s => (s.Code, s.Type, s.MunicipalityCode)));
    }

    [Fact]
    public async Task Import_Again_PutsNamesRightAndAddsNothing()
    {
        await ImportAsync(Two);
        var before = Assert.Single(await Register.ListAsync());

        var outcome = await ImportAsync($"{Header}\nMIIC1,Istituto Calvino,MIEE11,Primaria Calvino,primary,F205\n");

        Assert.Empty(outcome.Errors);
        var after = Assert.Single(await Register.ListAsync());
        Assert.Equal("Istituto Calvino", after.Name);
        Assert.Equal(["Primaria Calvino", "Media Uno"], after.Sites.Select(s => s.Name));
        Assert.Equal(before.Sites.Select(s => s.Id), after.Sites.Select(s => s.Id));
    }

    [Fact]
    public async Task Import_SomeRowsWrong_ListsEachLineAndWritesNothing()
    {
        await ImportAsync(Two);

        var outcome = await ImportAsync($"""
            {Header}
            MIIC2,Istituto Due,MIEE21,Primaria Due,primary,Milano
            MIIC2,Istituto Tre,MIEE22,Primaria Due bis,primary,Milano
            MIIC2,Istituto Due,MIEE11,Primaria Uno,primary,Milano
            MIIC2,Istituto Due,MIEE21,Primaria Due,primary,Milano
            ,Istituto Due,MIEE23,,primary,Milano
            """);

        Assert.Equal(
            [
                "line 3: the institute 'MIIC2' has another name in a line before",
                "line 4: the plesso 'MIEE11' belongs to the institute 'MIIC1'",
                "line 5: the plesso 'MIEE21' is listed twice",
                "line 6: the code of the institute is missing",
                "line 6: the name of the plesso is missing",
            ],
            outcome.Errors);
        Assert.Single(await Register.ListAsync());
    }

    [Theory]
    [InlineData("MIIC1,Uno,MIEE11,Primaria,elementare,Milano", "line 2: the type 'elementare' is not one of nursery|kindergarten|primary|lowersecondary|uppersecondary|vocational")]
    [InlineData("MIIC1,Uno,MIEE11,Primaria,primary,Bergamo", "line 2: 'Bergamo' is not a comune of the provinces of Milano and Lodi")]
    [InlineData("MIIC1,Uno,MIEE11,Primaria,primary,", "line 2: '' is not a comune of the provinces of Milano and Lodi")]
    [InlineData("MIIC1MIIC1MIIC1MIIC1X,Uno,MIEE11,Primaria,primary,Milano", "line 2: the code of the institute is longer than 20 characters")]
    public async Task Import_WrongRow_SaysWhatIsWrong(string row, string error) =>
        Assert.Equal([error], (await ImportAsync($"{Header}\n{row}\n")).Errors);

    [Fact]
    public async Task Import_WrongHeader_SaysWhichIsWanted() =>
        Assert.Equal([$"line 1: the header must be {Header}"], (await ImportAsync("codice,nome\nMIIC1,Uno\n")).Errors);

    private async Task<ImportOutcome> ImportAsync(string text)
    {
        using var reader = new StringReader(text);
        return await _stores.Portal.Get<InstituteImport>().ImportAsync(reader);
    }
}
