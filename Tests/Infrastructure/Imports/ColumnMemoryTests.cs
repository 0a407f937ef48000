using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Imports;

public sealed class ColumnMemoryTests
{
    private static readonly SourceTable _list = new("", [["Cognome", "Allergie", "Nome"], ["Rossi", "x", "Mario"]]);

    [Fact]
    public async Task Recognise_ColumnsThatAColleagueCorrected_AreAsCorrected()
    {
        await using var portal = await TestPortal.StartAsync();
        var actor = await portal.AddSchoolAsync();
        var colleague = actor with { UserId = actor.UserId + 1, Role = Role.HeadTeacher };
        var corrected = (await RecogniseAsync(portal, actor)).With(1, ImportField.Address).With(2, null);

        await portal.Get<ColumnRecogniser>().RememberAsync(actor, corrected, CancellationToken.None);
        var recalled = await RecogniseAsync(portal, colleague);

        Assert.True(recalled.IsRemembered);
        Assert.Equal([ImportField.Surname, ImportField.Address, null], recalled.Columns.Select(column => column.Field));
    }

    [Fact]
    public async Task Recognise_AnotherInstitutesCorrection_DoesNotExist()
    {
        await using var portal = await TestPortal.StartAsync();
        var actor = await portal.AddSchoolAsync();
        await portal.Get<ColumnRecogniser>().RememberAsync(actor, (await RecogniseAsync(portal, actor)).With(1, ImportField.Address), CancellationToken.None);

        var elsewhere = await RecogniseAsync(portal, await portal.AddSchoolAsync("Pandini", "E648"));

        Assert.False(elsewhere.IsRemembered);
        Assert.Null(elsewhere.Columns[1].Field);
    }

    [Fact]
    public async Task Remember_Again_TakesThePlaceOfWhatWas()
    {
        await using var portal = await TestPortal.StartAsync();
        var actor = await portal.AddSchoolAsync();
        var memory = portal.Get<IColumnMemory>();

        await memory.RememberAsync(actor, "key", new ColumnMapping([ImportField.Surname, null]), CancellationToken.None);
        await memory.RememberAsync(actor, "key", new ColumnMapping([null, ImportField.Phone]), CancellationToken.None);

        Assert.Equal([null, ImportField.Phone], (await memory.RecallAsync(actor, "key", CancellationToken.None))!.Fields);
    }

    [Fact]
    public async Task Remember_ByManyAtOnce_KeepsOne()
    {
        await using var portal = await TestPortal.StartAsync();
        var actor = await portal.AddSchoolAsync();
        var memory = portal.Get<IColumnMemory>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => memory.RememberAsync(actor, "key", new ColumnMapping([ImportField.Name]), CancellationToken.None))));

        Assert.Equal([ImportField.Name], (await memory.RecallAsync(actor, "key", CancellationToken.None))!.Fields);
    }

    [Fact]
    public async Task Remember_ForTheAgency_KeepsNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var actor = Actor.OfAgency(1, "Operatore", Role.AgencyOperator, Territory.Milano);
        var memory = portal.Get<IColumnMemory>();

        await memory.RememberAsync(actor, "key", new ColumnMapping([ImportField.Name]), CancellationToken.None);

        Assert.Null(await memory.RecallAsync(actor, "key", CancellationToken.None));
    }

    private static async Task<RecognisedTable> RecogniseAsync(TestPortal portal, Actor actor) => Assert.IsType<TableRecognition.Recognised>(
        await portal.Get<ColumnRecogniser>().RecogniseAsync(actor, _list, CancellationToken.None)).Table;
}
