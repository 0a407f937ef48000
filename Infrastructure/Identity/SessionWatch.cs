namespace CovidSchoolReporting.Infrastructure.Identity;

/// <summary>
/// Tells the open screens of this process that their session is over. What happens in another process (the command line,
/// another node) they find out by asking <see cref="SessionStore.IsOpenAsync"/> every few seconds.
/// </summary>
public sealed class SessionWatch
{
    private readonly Lock _lock = new();
    private readonly HashSet<Subscription> _subscriptions = [];

    /// <param name="ended">Called at most once, outside any lock, in the execution context of the subscriber. It must not throw.</param>
    /// <returns>Disposing it, any number of times, ends the subscription.</returns>
    public IDisposable Subscribe(Guid sessionId, int userId, Action ended)
    {
        var subscription = new Subscription(this, sessionId, userId, ended);
        lock (_lock)
        {
            _subscriptions.Add(subscription);
        }

        return subscription;
    }

    public void SessionEnded(Guid sessionId) => Tell(s => s.SessionId == sessionId);

    /// <param name="except">The session that goes on; null for none.</param>
    public void UserShutOut(int userId, Guid? except = null) => Tell(s => s.UserId == userId && s.SessionId != except);

    private void Tell(Func<Subscription, bool> concerns)
    {
        List<Subscription> told;
        lock (_lock)
        {
            told = [.. _subscriptions.Where(concerns)];
            _subscriptions.ExceptWith(told);
        }

        told.ForEach(s => s.Call());
    }

    private void Remove(Subscription subscription)
    {
        lock (_lock)
        {
            _subscriptions.Remove(subscription);
        }
    }

    private sealed class Subscription(SessionWatch watch, Guid sessionId, int userId, Action ended) : IDisposable
    {
        private readonly ExecutionContext? _context = ExecutionContext.Capture();

        public Guid SessionId => sessionId;

        public int UserId => userId;

        public void Call()
        {
            if (_context is null)
            {
                ended();
            }
            else
            {
                ExecutionContext.Run(_context, _ => ended(), null);
            }
        }

        public void Dispose() => watch.Remove(this);
    }
}
