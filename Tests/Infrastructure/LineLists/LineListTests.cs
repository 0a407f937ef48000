using System.Text;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.LineLists;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.Imports;
using CovidSchoolReporting.Infrastructure.LineLists;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Domain.Imports;
using CovidSchoolReporting.Tests.Infrastructure.Imports;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Infrastructure.LineLists;

/// <summary>Lists as operators get them: what is in them, for whom, and what is left behind.</summary>
public sealed class LineListTests : IAsyncLifetime
{
    private const string Screen = "/ats/esporta";

    private static readonly Actor _operator = Actor.OfAgency(9001, "Sergio Valli", Role.AgencyOperator, Territory.Milano);
    private static readonly Progress<LineListProgress> _unwatched = new();

    private TestPortal _portal = null!;
    private Actor _school = null!;

    private LineListExports Exports => _portal.Get<LineListExports>();

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public static TheoryData<LineListFormat> Formats => [.. Enum.GetValues<LineListFormat>()];

    public async ValueTask InitializeAsync()
    {
        // Files are kept by the business clock here, so that the test can let it pass.
        _portal = await TestPortal.StartAsync(services => services.AddDelivery().AddLineLists());
        _school = await _portal.AddSchoolAsync();
        await _portal.ReceiveAsync(
            _school, null,
            d => (d.Surname, d.Name, d.Address) = ("D'Angelò", "Maria Grazia", "=HYPERLINK(\"http://x\";1+1)"),
            d => (d.Surname, d.Name, d.ClassName, d.Section, d.Phone) = ("Đorđević", "Zoe", "3", "C", "+49 30 12345678"));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Make_ContactsWithAllColumns_ComesBackThroughTheImport(LineListFormat format)
    {
        var tables = await Lists.TablesAsync(await BytesAsync(Contacts(), format), $"contatti.{format}");

        var table = Assert.IsType<TableRecognition.Recognised>(Recogniser.New().Recognise(Assert.Single(tables))).Table;
        var read = table.Rows.Select(row => Assert.IsType<ContactDraft>(Recogniser.Rows.Read(table, row).Draft)).ToList();
        Assert.Equal(
            [
                ("D'Angelò", "Maria Grazia", "13/01/2010", "5", "B", "Bertonico (LO)", "=HYPERLINK(\"http://x\";1+1)", "20/11/2020"),
                ("Đorđević", "Zoe", "13/01/2010", "3", "C", "Bertonico (LO)", "", "20/11/2020"),
            ],
            read.Select(d => (d.Surname, d.Name, d.BirthDate, d.ClassName, d.Section, d.Domicile, d.Address, d.LastContactDate)));
        Assert.All(read, draft => Assert.Equal("In attesa di rilascio", draft.FiscalCodeUnavailableReason));
    }

    [Fact]
    public async Task Make_AfterTheAgencyAcceptedAndDecided_HasWhatCounts()
    {
        await using (var context = await _portal.OpenAsync())
        {
            var report = await context.Set<ReceivedReport>().SingleAsync(Patience);
            var contact = await context.Set<Contact>().Where(k => k.CaseId == report.CaseId).OrderBy(k => k.Id).FirstAsync(Patience);
            await _portal.AddLaterAsync(_school, report.CaseId, "Bruni");
            await _portal.CorrectLaterAsync(_school, report.CaseId, contact.Id, nameof(ContactDraft.Phone), "333 7654321");
            await _portal.Get<SupplementDesk>().AcceptAsync(_operator, report.CaseId, 1, Patience);
            await _portal.Get<SupplementDesk>().AcceptAsync(_operator, report.CaseId, 2, Patience);
            await _portal.Get<AgencyDesk>().TakeInChargeAsync(_operator, report.Id, Patience);
            await _portal.Get<DecisionDesk>().AcceptProposalsAsync(_operator, report.Id, [new SeenProposal(contact.Id, 0, ContactStatus.Close)], Patience);
        }

        var text = Encoding.UTF8.GetString(await BytesAsync(
            Contacts(LineListColumn.Surname, LineListColumn.Phone, LineListColumn.Decision, LineListColumn.MeasureFrom, LineListColumn.MeasureTo, LineListColumn.ContactCount),
            LineListFormat.Csv));

        Assert.Equal(
            """
            Cognome;Telefono cellulare;Decisione di ATS;Misura dal;Misura fino al
            D'Angelò;333 7654321;contatto stretto;20/11/2020;04/12/2020
            Đorđević;'+493012345678;da decidere;;
            Bruni;336 5555555;da decidere;;
            """,
            text.Trim('\uFEFF', '\r', '\n'), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Make_Csv_NeverBecomesAFormula()
    {
        var text = Encoding.UTF8.GetString(await BytesAsync(Contacts(LineListColumn.Address), LineListFormat.Csv));

        Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(^|;|"")=", text);
    }

    [Fact]
    public async Task Make_CasesWithChosenColumns_HasThoseInTheirOrder()
    {
        var text = Encoding.UTF8.GetString(await BytesAsync(
            new LineListRequest(LineListSubject.Cases, new LineListFilter(), new HashSet<LineListColumn> { LineListColumn.SchoolName, LineListColumn.State, LineListColumn.Surname, LineListColumn.Protocol }),
            LineListFormat.Csv));

        Assert.Equal("Cognome;Protocollo;Stato;Scuola\r\nRossi;2020/0000001;ricevuto;Scuola primaria Calvino", text.Trim('\uFEFF', '\r', '\n'));
    }

    [Theory]
    [InlineData(null, null, null, null, 2)]
    [InlineData(AgencyState.TakenInCharge, null, null, null, 0)]
    [InlineData(null, Territory.Lodi, null, null, 0)]
    [InlineData(null, null, "2020-11-25", "2020-11-25", 2)]
    [InlineData(null, null, "2020-11-26", null, 0)]
    [InlineData(null, null, null, "2020-11-24", 0)]
    public async Task Make_Filter_LeavesTheOthersOut(AgencyState? state, Territory? territory, string? from, string? to, int lines)
    {
        var filter = new LineListFilter(state, territory, Day(from), Day(to));

        var outcome = await MakeAsync(Contacts() with { Filter = filter }, LineListFormat.Csv);

        Assert.Equal(lines, (outcome as LineListOutcome.Made)?.Lines ?? (outcome is LineListOutcome.Empty ? 0 : -1));
    }

    [Theory]
    [InlineData("calvino", true)]
    [InlineData("pandini", false)]
    public async Task Make_PartOfASchoolsName_Finds(string school, bool found) => Assert.Equal(
        found, await MakeAsync(Contacts() with { Filter = new LineListFilter(School: school) }, LineListFormat.Csv) is LineListOutcome.Made);

    [Theory]
    [InlineData("2020-11-25", "2020-11-24", LineListFault.Backwards)]
    [InlineData("2010-11-25", "2020-11-25", LineListFault.TooLong)]
    public async Task Make_DaysThatMakeNoList_SaysWhy(string from, string to, LineListFault fault) => Assert.Equal(
        new LineListOutcome.Invalid(fault), await MakeAsync(Contacts() with { Filter = new LineListFilter(From: Day(from), To: Day(to)) }, LineListFormat.Csv));

    [Fact]
    public async Task Make_NoColumn_SaysWhy() => Assert.Equal(
        new LineListOutcome.Invalid(LineListFault.NoColumn), await MakeAsync(Contacts() with { Columns = new HashSet<LineListColumn>() }, LineListFormat.Csv));

    [Fact]
    public async Task Make_List_IsAuditedWithFilterAndCountAndNoPerson()
    {
        var filter = new LineListFilter(AgencyState.Received, Territory.Milano, new DateOnly(2020, 11, 1), new DateOnly(2020, 11, 30), "Calvino");

        await MakeAsync(Contacts(LineListColumn.Surname) with { Filter = filter }, LineListFormat.Csv);

        await using var context = await _portal.OpenAsync();
        var entry = await context.Set<AuditEntry>().SingleAsync(e => e.Action == AuditAction.ListExported, Patience);
        Assert.Equal(
            (9001, 2, Screen, "contatti; stato=ricevuto; territorio=Milano; dal=2020-11-01; al=2020-11-30; scuola; colonne=1"),
            (entry.UserId, entry.PersonCount, entry.Screen, entry.Details));
        Assert.Equal(
            await context.Set<ReceivedReport>().Select(r => r.CaseId).ToListAsync(Patience),
            await context.Set<AuditSubject>().Where(s => s.EntryId == entry.Id).Select(s => s.CaseId).ToListAsync(Patience));
    }

    [Fact]
    public async Task Open_OthersOrTooLate_IsNotThere()
    {
        var made = Assert.IsType<LineListOutcome.Made>(await MakeAsync(Contacts(), LineListFormat.Csv));

        Assert.Null(Exports.Open(Actor.OfAgency(9002, "Elena Corti", Role.AgencyOperator, Territory.Milano), made.Key));
        var mine = Exports.Open(_operator, made.Key);
        mine!.Value.Content.Dispose();
        Assert.Equal("contatti-2020-11-25.csv", mine.Value.File.Name);
        _portal.Clock.Advance(LineListExports.KeptFor);

        Assert.Null(Exports.Open(_operator, made.Key));
        Assert.False(File.Exists(mine.Value.File.Path));
    }

    [Fact]
    public async Task File_OfWhichNobodyAsksAgain_IsRemovedInTime()
    {
        var made = Assert.IsType<LineListOutcome.Made>(await MakeAsync(Contacts(), LineListFormat.Csv));
        var mine = Exports.Open(_operator, made.Key)!.Value;
        await mine.Content.DisposeAsync();
        using var cleaning = ActivatorUtilities.CreateInstance<LineListCleaning>(_portal.Get<IServiceProvider>());
        await cleaning.StartAsync(Patience);
        _portal.Clock.Advance(LineListExports.KeptFor - TimeSpan.FromMinutes(1));
        Assert.True(File.Exists(mine.File.Path));

        _portal.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(File.Exists(mine.File.Path));
    }

    [Fact]
    public async Task Folder_OfAPortalThatWasKilled_IsClearedAwayAtTheNextStart()
    {
        var (old, fresh) = (Directory.CreateTempSubdirectory("portal-line-lists-"), Directory.CreateTempSubdirectory("portal-line-lists-"));
        foreach (var folder in new[] { old, fresh })
        {
            var file = Path.Combine(folder.FullName, "list");
            await File.WriteAllTextAsync(file, "Rossi", Patience);
            File.SetLastWriteTimeUtc(file, TestPortal.Start.UtcDateTime - (folder == old ? TimeSpan.FromHours(1) : TimeSpan.Zero));
        }

        using var cleaning = ActivatorUtilities.CreateInstance<LineListCleaning>(_portal.Get<IServiceProvider>());
        await cleaning.StartAsync(Patience);
        _portal.Clock.Advance(TimeSpan.FromMinutes(1)); // The first time comes by itself, on a thread of its own.

        Assert.Equal((false, true), (Directory.Exists(old.FullName), Directory.Exists(fresh.FullName)));
        fresh.Delete(recursive: true);
    }

    [Fact]
    public async Task Record_MoreCasesThanOneStatementTakes_NamesEachOfThem()
    {
        List<int> caseIds = [.. Enumerable.Range(1, 12_345)];

        await _portal.Get<ILineListSource>().RecordAsync(_operator, Contacts(), 20_000, caseIds, Screen, Patience);

        await using var context = await _portal.OpenAsync();
        var entry = await context.Set<AuditEntry>().SingleAsync(e => e.Action == AuditAction.ListExported, Patience);
        Assert.Equal(caseIds, await context.Set<AuditSubject>().Where(s => s.EntryId == entry.Id).OrderBy(s => s.Id).Select(s => s.CaseId).ToListAsync(Patience));
    }

    [Fact]
    public async Task Make_OtherTerritoryOrRole_GivesNothing()
    {
        var lodi = Actor.OfAgency(9002, "Elena Corti", Role.AgencyOperator, Territory.Lodi);
        var keeper = Actor.OfAgency(9003, "Davide Monti", Role.AgencyAdministrator);

        Assert.IsType<LineListOutcome.Empty>(await Exports.MakeAsync(lodi, Contacts(), LineListFormat.Csv, Screen, _unwatched, Patience));
        Assert.IsType<LineListOutcome.NotFound>(await Exports.MakeAsync(keeper, Contacts(), LineListFormat.Csv, Screen, _unwatched, Patience));
        Assert.IsType<LineListOutcome.NotFound>(await Exports.MakeAsync(_school, Contacts(), LineListFormat.Csv, Screen, _unwatched, Patience));
    }

    [Fact]
    public async Task Make_GivenUp_LeavesNoFileAndNoEntry()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Exports.MakeAsync(_operator, Contacts(), LineListFormat.Csv, Screen, _unwatched, given.Token));

        await using var context = await _portal.OpenAsync();
        Assert.False(await context.Set<AuditEntry>().AnyAsync(e => e.Action == AuditAction.ListExported, Patience));
    }

    /// <summary>Who has the file's lock and waits for the turn meets who has the turn and waits for the file: both would wait for half a minute.</summary>
    [Fact]
    public async Task Record_AnotherHasTheTurn_LeavesTheFileFreeUntilThen()
    {
        var turn = await _portal.Get<DatabaseEngine>().TakeTurnAsync(Patience);
        var recorded = _portal.Get<ILineListSource>().RecordAsync(_operator, Contacts(), lines: 1, [1], Screen, Patience);
        await using (var other = new SqliteConnection($"Data Source={_portal.DatabasePath};Default Timeout=1"))
        {
            await other.OpenAsync(Patience);
            await using var free = await other.BeginTransactionAsync(Patience);
        }

        turn.Dispose();
        await recorded;

        await using var context = await _portal.OpenAsync();
        Assert.True(await context.Set<AuditEntry>().AnyAsync(e => e.Action == AuditAction.ListExported && e.PersonCount == 1, Patience));
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static LineListRequest Contacts(params LineListColumn[] columns) => new(
        LineListSubject.Contacts, new LineListFilter(), (columns.Length == 0 ? Enum.GetValues<LineListColumn>() : columns).ToHashSet());

    private Task<LineListOutcome> MakeAsync(LineListRequest request, LineListFormat format) =>
        Exports.MakeAsync(_operator, request, format, Screen, _unwatched, Patience);

    private async Task<byte[]> BytesAsync(LineListRequest request, LineListFormat format)
    {
        var made = Assert.IsType<LineListOutcome.Made>(await MakeAsync(request, format));
        await using var content = Exports.Open(_operator, made.Key)!.Value.Content;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, Patience);
        return bytes.ToArray();
    }
}
