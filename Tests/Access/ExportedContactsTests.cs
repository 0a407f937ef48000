using CovidSchoolReporting.App.Features.Imports;
using CovidSchoolReporting.Infrastructure.Imports;
using CovidSchoolReporting.Tests.Infrastructure.Imports;

namespace CovidSchoolReporting.Tests.Access;

public sealed class ExportedContactsTests(AccessStage stage) : IClassFixture<AccessStage>
{
    [Theory]
    [InlineData("csv", TableWriter.CsvType)]
    [InlineData("xlsx", TableWriter.XlsxType)]
    public async Task Export_OwnCase_IsAFileWithoutPersonalDataInItsNameAndIsNotStored(string format, string type)
    {
        var own = stage.Subjects.Own.Case;

        using var answer = await stage.ClientOf(Visitor.Referent).Raw.GetAsync(ImportEndpoints.ExportAddress(own, format), TestContext.Current.CancellationToken);

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal(type, answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(("attachment", $"contatti-caso-{own}.{format}"), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileName));
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Olmetti|Valerio", Lists.Show(Assert.Single(await Lists.TablesAsync(bytes, $"x.{format}"))), StringComparison.Ordinal);
    }

    /// <summary>The audit of what left as a file says where it was had.</summary>
    [Fact]
    public async Task Files_OfAnyKind_AreInTheAuditWithTheirAddress()
    {
        var (none, subjects) = (TestContext.Current.CancellationToken, stage.Subjects);

        await stage.ClientOf(Visitor.Referent).Raw.GetByteArrayAsync(ImportEndpoints.ExportAddress(subjects.Own.Case, "csv"), none);
        await stage.ClientOf(Visitor.Referent).Raw.GetByteArrayAsync($"/casi/{subjects.Closed.Case}/provvedimento.pdf", none);
        await stage.ClientOf(Visitor.OperatorHere).Raw.GetByteArrayAsync($"/ats/casi/{subjects.Report}/lettere/{Subjects.Issue}.pdf", none);

        var audit = await stage.ClientOf(Visitor.Administrator).Raw.GetStringAsync("/ats/registro/esporta.csv", none);
        Assert.Matches(@"ha scaricato un file;;\d+;/casi/\{id\}/contatti/esporta.csv;contatti", audit);
        Assert.Contains("/casi/{id}/provvedimento.pdf", audit, StringComparison.Ordinal);
        Assert.Contains("/ats/casi/{id}/lettere/{id}.pdf", audit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Template_ForASchool_HoldsTheHeadersAlone(string format)
    {
        var bytes = await stage.ClientOf(Visitor.HeadTeacher).Raw.GetByteArrayAsync($"{ImportEndpoints.TemplatePath}.{format}", TestContext.Current.CancellationToken);

        Assert.StartsWith("Ruolo|Classe|Sezione|Cognome|Nome|", Lists.Show(Assert.Single(await Lists.TablesAsync(bytes, $"x.{format}"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/modelli/contatti.ods")]
    [InlineData("/modelli/contatti.csv.exe")]
    public async Task Template_InAnotherFormat_IsNotThere(string address)
    {
        using var answer = await stage.ClientOf(Visitor.HeadTeacher).Raw.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }
}
