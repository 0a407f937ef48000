using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CovidSchoolReporting.Tests.Domain.Imports;

/// <summary>The recogniser and the reader of rows, on 25/11/2020, with nothing remembered.</summary>
internal static class Recogniser
{
    private static readonly PlaceRegister _places = PlaceRegister.Load();
    private static readonly PortalClock _clock = new(new FakeTimeProvider(TestPortal.Start));

    public static RowReader Rows { get; } = new(new DraftTidying(_clock, _places), _places);

    public static ColumnRecogniser New() => new(new NoMemory(), _clock, _places);

    public static RecognisedTable Of(params string[][] rows) =>
        Assert.IsType<TableRecognition.Recognised>(New().Recognise(new SourceTable("", rows))).Table;

    private sealed class NoMemory : IColumnMemory
    {
        public Task<ColumnMapping?> RecallAsync(Actor actor, string headerKey, CancellationToken cancellationToken) => Task.FromResult<ColumnMapping?>(null);

        public Task RememberAsync(Actor actor, string headerKey, ColumnMapping mapping, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
