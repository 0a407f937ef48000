using System.Text;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CovidSchoolReporting.Tests.Infrastructure.Persistence;

/// <summary>When the database cannot be written the user is told so, what was typed stays, and nothing is half done.</summary>
public sealed class UnwritableDatabaseTests : IAsyncLifetime
{
    private readonly Sabotage _sabotage = new();
    private TestPortal _portal = null!;
    private Actor _school = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(_sabotage.Install);
        _school = await _portal.AddSchoolAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Commands_OnAReadOnlyDatabase_SaveNothingAndLoseNothing()
    {
        var caseId = await _portal.ReportAsync(_school);
        var contactId = await _portal.AddContactAsync(_school, caseId);
        var removedId = await _portal.AddContactAsync(_school, caseId, Drafts.Contact(d => d.Surname = "Bruni"));
        Assert.IsType<SaveOutcome.Saved>(await _portal.Reporting.RemoveContactAsync(_school, caseId, removedId, CancellationToken.None));
        var amended = (await _portal.Queries.FindAsync(_school, caseId, CancellationToken.None))!.Draft;
        amended.Section = "Z";
        var typed = Drafts.Case(d => d.Surname = "Nuovo");
        var before = await _portal.DumpAsync();
        _sabotage.Now = Sabotage.ReadOnly;

        SaveOutcome[] outcomes =
        [
            await _portal.Reporting.SaveCaseAsync(_school, typed, CancellationToken.None),
            await _portal.Reporting.SaveCaseAsync(_school, amended, CancellationToken.None),
            await _portal.Reporting.SaveContactAsync(_school, caseId, Drafts.Contact(d => d.Surname = "Neri"), CancellationToken.None),
            await _portal.Reporting.RemoveContactAsync(_school, caseId, contactId, CancellationToken.None),
            await _portal.Reporting.RestoreContactAsync(_school, caseId, removedId, CancellationToken.None),
        ];
        var closed = await _portal.Reporting.CloseAndSendAsync(_school, caseId, null, CancellationToken.None);

        Assert.All(outcomes, outcome => Assert.IsType<SaveOutcome.NothingSaved>(outcome));
        Assert.IsType<CloseOutcome.NothingSaved>(closed);
        Assert.Equal(before, await _portal.DumpAsync());
        Assert.Equal(("Nuovo", "Z", 1), (typed.Surname, amended.Section, amended.Revision));

        _sabotage.Now = Sabotage.None;
        Assert.IsType<SaveOutcome.Saved>(await _portal.Reporting.SaveCaseAsync(_school, typed, CancellationToken.None));
        Assert.IsType<SaveOutcome.Saved>(await _portal.Reporting.SaveCaseAsync(_school, amended, CancellationToken.None));
        Assert.IsType<CloseOutcome.Closed>(await _portal.Reporting.CloseAndSendAsync(_school, caseId, null, CancellationToken.None));
        Assert.Equal((2, 1, 1), await _portal.CountRowsAsync());
    }

    [Fact]
    public async Task SaveCase_UntilTheDiskIsFull_KeepsExactlyWhatItCalledSaved()
    {
        _sabotage.Now = Sabotage.FullDisk;
        var saved = 0;
        CaseDraft typed;
        SaveOutcome outcome;
        do
        {
            typed = Drafts.Case();
            outcome = await _portal.Reporting.SaveCaseAsync(_school, typed, CancellationToken.None);
            saved += outcome is SaveOutcome.Saved ? 1 : 0;
        }
        while (outcome is SaveOutcome.Saved && saved < 200);

        Assert.IsType<SaveOutcome.NothingSaved>(outcome);
        Assert.Equal((saved, 0, 0), await _portal.CountRowsAsync());

        _sabotage.Now = Sabotage.None;
        Assert.IsType<SaveOutcome.Saved>(await _portal.Reporting.SaveCaseAsync(_school, typed, CancellationToken.None));
        Assert.Equal((saved + 1, 0, 0), await _portal.CountRowsAsync());
    }

    [Fact]
    public async Task Commands_OnADamagedFile_SaveNothing()
    {
        var caseId = await _portal.ReportAsync(_school);
        SqliteConnection.ClearAllPools();
        var folder = Path.GetDirectoryName(_portal.DatabasePath)!;
        foreach (var beside in Directory.GetFiles(folder, "portal.db-*"))
        {
            File.Delete(beside);
        }

        await File.WriteAllTextAsync(_portal.DatabasePath, new string('x', 8192), Encoding.ASCII);

        Assert.IsType<SaveOutcome.NothingSaved>(await _portal.Reporting.SaveCaseAsync(_school, Drafts.Case(), CancellationToken.None));
        Assert.IsType<SaveOutcome.NothingSaved>(
            await _portal.Reporting.SaveContactAsync(_school, caseId, Drafts.Contact(), CancellationToken.None));
        Assert.IsType<CloseOutcome.NothingSaved>(
            await _portal.Reporting.CloseAndSendAsync(_school, caseId, "Motivo", CancellationToken.None));
    }

    [Theory]
    [InlineData(Sabotage.ReadOnly)]
    [InlineData(Sabotage.FullDisk)]
    public async Task ProbeWrite_OnAnUnwritableDatabase_FailsAsUnavailable(string sabotage)
    {
        var engine = _portal.Get<DatabaseEngine>();
        _sabotage.Now = sabotage;
        await using var context = await _portal.OpenAsync();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => engine.ProbeWriteAsync(context, CancellationToken.None));

        Assert.True(engine.IsUnavailable(failure), failure.ToString());
    }

    [Fact]
    public void IsUnavailable_OtherFailures_AreNotTheDatabases()
    {
        var engine = _portal.Get<DatabaseEngine>();

        Assert.False(engine.IsUnavailable(new InvalidOperationException()));
        Assert.False(engine.IsUnavailable(new SqliteException("constraint", 19)));
    }
}
