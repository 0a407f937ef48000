using System.Text;
using Microsoft.Playwright;

namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>Listens to what the server says to a page over its circuit.</summary>
public sealed class Wire
{
    /// <summary>SignalR's «I am still here», which goes out only when nothing else has for a while.</summary>
    private static readonly byte[] Ping = [2, 0x91, 6];

    private readonly Lock _lock = new();
    private readonly List<byte[]> _frames = [];
    private TaskCompletionSource _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="page">A page that has no circuit yet.</param>
    public static Wire Of(IPage page)
    {
        var wire = new Wire();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => wire.Hear(frame.Binary ?? []);
        return wire;
    }

    /// <summary>Forgets what was said so far, once it is all said.</summary>
    public async Task ForgetAsync()
    {
        await QuietAsync();
        lock (_lock)
        {
            _frames.Clear();
        }
    }

    /// <summary>What was said since, once it is all said.</summary>
    public async Task<Speech> HeardAsync()
    {
        await QuietAsync();
        lock (_lock)
        {
            return new Speech([.. _frames]);
        }
    }

    private async Task QuietAsync()
    {
        Task quiet;
        lock (_lock)
        {
            _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
            quiet = _quiet.Task;
        }

        await quiet.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private void Hear(byte[] frame)
    {
        lock (_lock)
        {
            if (frame.AsSpan().SequenceEqual(Ping))
            {
                _quiet.TrySetResult();
            }
            else
            {
                _frames.Add(frame);
            }
        }
    }

    /// <param name="Frames">WebSocket messages as the page reads them, pings left out.</param>
    public sealed record Speech(IReadOnlyList<byte[]> Frames)
    {
        public int Bytes => Frames.Sum(frame => frame.Length);

        /// <summary>How often the server called that function of the page.</summary>
        public int Calls(string target)
        {
            var name = Encoding.ASCII.GetBytes(target);
            return Frames.Sum(frame => Count(frame, name));
        }

        /// <summary>The frames with the beginning of what can be read in them, for a test that failed.</summary>
        public override string ToString() => string.Join(Environment.NewLine, Frames.Select(frame =>
            $"{frame.Length,8:N0} bytes: {string.Concat(Encoding.UTF8.GetString(frame).Where(c => !char.IsControl(c) && c != '\uFFFD').Take(3000))}"));

        private static int Count(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> name)
        {
            var count = 0;
            for (var at = frame.IndexOf(name); at >= 0; at = frame.IndexOf(name))
            {
                count++;
                frame = frame[(at + name.Length)..];
            }

            return count;
        }
    }
}
