using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Live;

/// <summary>
/// A screen that follows what others commit. It is told which case changed and asks again under its own user, so that it shows
/// only what that user may see now.
/// </summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IDisposable? _subscription;
    private Actor? _actor;

    [Inject]
    public required ChangeHub Changes { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    /// <summary>Ends when the user leaves the screen: for reads. A command that was sent is carried out all the same.</summary>
    protected CancellationToken Gone => _gone.Token;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            _subscription = Changes.Subscribe(HearAsync);
        }
    }

    /// <summary>Who asks, checked anew: call it before every command and every query.</summary>
    protected async ValueTask<Actor> ActorAsync() => _actor = await Current.RequireAsync(Gone);

    /// <summary>Who asked last; null before anybody did. To command or to read, ask <see cref="ActorAsync"/>.</summary>
    protected Actor? LastActor => _actor;

    /// <summary>Something changed that may concern this user.</summary>
    protected abstract Task OnChangedAsync(Change change);

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _subscription?.Dispose();
            _gone.Cancel();
            _gone.Dispose();
        }
    }

    private Task HearAsync(Change change)
    {
        // Who is on the screen decides whether it concerns them; whether they still may see it is asked when reading.
        if (_actor is null || !change.Concerns(_actor))
        {
            return Task.CompletedTask;
        }

        return InvokeAsync(async () =>
        {
            if (_gone.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await OnChangedAsync(change);
                StateHasChanged();
            }
            catch (Exception exception) when (exception is SessionEndedException or OperationCanceledException or ObjectDisposedException)
            {
                // The user is leaving; nobody is left to be told.
            }
            catch (Exception exception)
            {
                await DispatchExceptionAsync(exception);
            }
        });
    }
}
