namespace CovidSchoolReporting.App.Features.Schools;

/// <summary>Adds an institute with its first plesso: schools and services that no ministry lists.</summary>
public partial class SchoolAddPage
{
    private Task SaveAsync() => SendAsync(
        async () => await Desk.AddAsync(await ActorAsync(), Form.Read(), CancellationToken.None), Text["Added", Form.InstituteName]);
}
