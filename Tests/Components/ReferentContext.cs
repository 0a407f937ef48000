using AngleSharp.Dom;
using Bunit;
using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.Contacts;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.Imports;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Tests.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components;

/// <summary>A screen of a referent who has signed in, over the real domain and a real database.</summary>
public abstract class ReferentContext : ScreenContext, IAsyncLifetime
{
    private readonly Sabotage _sabotage = new();
    private int _notFound;

    protected TestPortal Portal { get; private set; } = null!;

    /// <summary>The referent at the screen; a colleague of the same school is the same to the domain.</summary>
    protected Actor School { get; private set; } = null!;

    protected SavePause Saves { get; } = new();

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    /// <summary>The address below the root to which the screen has led.</summary>
    protected string Place => Navigation.ToBaseRelativePath(Navigation.Uri);

    /// <summary>How often a screen has said that there is no such thing.</summary>
    protected int TimesNotFound => _notFound;

    public async ValueTask InitializeAsync()
    {
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        Portal = await TestPortal.StartAsync(services =>
        {
            services.AddSingleton(IdentityStoresOnFile.Limits).AddUserStores().AddSessionStores().AddImports().AddDelivery();
            _sabotage.Install(services);
            Saves.Install(services);
        });
        var user = await RegisterAsync((await Portal.AddSchoolAsync()).InstituteId!.Value);
        School = user.ToActor();
        var principal = PortalPrincipal.Begin(user);
        await Portal.Get<SessionStore>().OpenAsync(principal.SessionId()!.Value, user.Id, "key", [1], CancellationToken.None);

        Services.AddSingleton<AuthenticationStateProvider>(new Visitor(principal));
        Services.AddSingleton<LastWords>();
        Services.AddSingleton<HandInNews>();
        Services.AddSingleton<CurrentActor>();
        Services.AddSingleton<TimeProvider>(Portal.Clock);
        Services.AddSingleton(new FormTickets(new EphemeralDataProtectionProvider()));
        Share<IDraftStore>();
        Services.AddSingleton<ListDrafts>();
        Services.AddSingleton<ListMessage>();
        Services.AddSingleton<AppraisalMemory>();
        Services.AddSingleton(typeof(SearchMemory<>));
        Share<SessionStore>();
        Share<ChangeHub>();
        Share<CaseReporting>();
        Share<ICaseQueries>();
        Share<IKnownPeople>();
        Share<IConversationQueries>();
        Share<ConversationDesk>();
        Share<IQueueQueries>();
        Share<ISupplementQueries>();
        Share<SupplementDesk>();
        Share<ICaseStore>();
        Share<LetterIssuing>();
        Share<CaseDraftValidator>();
        Share<ContactDraftValidator>();
        Share<DraftTidying>();
        Share<IRosterQueries>();
        Share<RosterKeeping>();
        Share<RosterDraftValidator>();
        Services.AddSingleton(new SchoolYear(8, 31));
        Share<PlaceRegister>();
        Share<RowReader>();
        Share<ColumnRecogniser>();
        Share<TableReader>();
        JSInterop.SetupModule("./js/dialog.js").Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./js/focus.js").Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./js/sheet.js").Mode = JSRuntimeMode.Loose;
        Navigation.OnNotFound += (_, _) => _notFound++;
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Portal.DisposeAsync();
    }

    /// <summary>From now on the database refuses every write.</summary>
    protected void BreakTheDatabase() => _sabotage.Now = Sabotage.ReadOnly;

    /// <summary>From now on it cannot be read either.</summary>
    protected void LoseTheDatabase() => _sabotage.Now = Sabotage.Unreadable;

    /// <summary>From now on it takes them again.</summary>
    protected void MendTheDatabase() => _sabotage.Now = Sabotage.None;

    /// <summary>A colleague amends a case.</summary>
    protected async Task AmendAsync(int caseId, Action<CaseDraft> change)
    {
        var draft = (await SheetAsync(caseId)).Draft;
        change(draft);
        Assert.IsType<SaveOutcome.Saved>(await Portal.Reporting.SaveCaseAsync(School, draft, CancellationToken.None));
    }

    /// <summary>A colleague closes a case.</summary>
    protected async Task CloseAsync(int caseId) => Assert.IsType<CloseOutcome.Closed>(
        await Portal.Reporting.CloseAndSendAsync(School, caseId, "Assente da giorni", CancellationToken.None));

    /// <summary>A case as it is stored.</summary>
    protected async Task<CaseSheet> SheetAsync(int caseId) =>
        (await Portal.Queries.FindAsync(School, caseId, CancellationToken.None))!;

    protected async Task<List<CaseRow>> CasesAsync() =>
        [.. (await Portal.Queries.ListAsync(School, new CaseListRequest(), CancellationToken.None)).Rows];

    /// <summary>Types into a field and leaves it.</summary>
    protected static void Type<TComponent>(IRenderedComponent<TComponent> screen, string field, string text)
        where TComponent : IComponent
    {
        if (screen.Find($"#{field}").GetAttribute("role") == "combobox")
        {
            screen.Find($"#{field}").Input(text);
        }
        else
        {
            screen.Find($"#{field}").Change(text);
        }

        screen.Find($"#{field}").Blur();
    }

    protected static string Value<TComponent>(IRenderedComponent<TComponent> screen, string field)
        where TComponent : IComponent => screen.Find($"#{field}").GetAttribute("value") ?? "";

    /// <summary>The error or the warning at a field, without the word for assistive technology; empty when there is none.</summary>
    protected static string MessageAt<TComponent>(IRenderedComponent<TComponent> screen, string field)
        where TComponent : IComponent => screen.FindAll($"#{field}-message").SingleOrDefault()?.TextContent ?? "";

    /// <summary>The button with that text. What was done before may still be on its way to the screen: the button is waited for.</summary>
    protected static IElement Button<TComponent>(IRenderedComponent<TComponent> screen, string text)
        where TComponent : IComponent
    {
        screen.WaitForState(() => ButtonNow(screen, text) is not null);
        return ButtonNow(screen, text)!;
    }

    /// <summary>Presses the button with that text. It is found in the same turn of the screen, which may be drawn anew in between.</summary>
    protected static void Press<TComponent>(IRenderedComponent<TComponent> screen, string text)
        where TComponent : IComponent
    {
        Button(screen, text);
        screen.InvokeAsync(() => ButtonNow(screen, text)!.Click()).GetAwaiter().GetResult();
    }

    /// <summary>The same; done when all that the button does is done.</summary>
    protected static Task PressAsync<TComponent>(IRenderedComponent<TComponent> screen, string text)
        where TComponent : IComponent
    {
        Button(screen, text);
        return screen.InvokeAsync(() => ButtonNow(screen, text)!.ClickAsync(new()));
    }

    private static IElement? ButtonNow<TComponent>(IRenderedComponent<TComponent> screen, string text)
        where TComponent : IComponent => screen.FindAll("button").SingleOrDefault(button => button.TextContent.Trim() == text);

    private async Task<PortalUser> RegisterAsync(int instituteId)
    {
        await using var context = await Portal.OpenAsync();
        var user = PortalUser.RegisterSchool("referente@scuola.example.it", "Giulia Ferrario", Role.Referent, instituteId);
        context.Add(user);
        await context.SaveChangesAsync();
        return await context.Set<PortalUser>().AsNoTracking().SingleAsync(u => u.Id == user.Id);
    }

    private void Share<TService>()
        where TService : class => Services.AddSingleton(Portal.Get<TService>());

    private sealed class Visitor(System.Security.Claims.ClaimsPrincipal principal) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(principal));
    }
}
