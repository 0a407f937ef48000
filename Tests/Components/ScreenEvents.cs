using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Raise = Bunit.EventHandlerDispatchExtensions;

namespace CovidSchoolReporting.Tests.Components;

/// <summary>
/// What a user does at a screen. These stand before bUnit's own of the same names, which look the handler up at once and then queue behind
/// whatever the screen is doing just then (a draft that was kept, a report that arrived): the test went on too early, or with a handler that
/// was gone. Here both happen in one turn of the screen, and the test goes on after it.
/// </summary>
internal static class ScreenEvents
{
    public static void Click(this IElement element) => Happen(element, () => Raise.ClickAsync(element, new MouseEventArgs()));

    public static Task ClickAsync(this IElement element, MouseEventArgs args) => HappenAsync(element, () => Raise.ClickAsync(element, args));

    public static void Change<T>(this IElement element, T value) => Happen(element, () => Raise.ChangeAsync(element, value));

    public static Task ChangeAsync(this IElement element, ChangeEventArgs args) => HappenAsync(element, () => Raise.ChangeAsync(element, args));

    public static void Input<T>(this IElement element, T value) => Happen(element, () => Raise.InputAsync(element, value));

    public static void Blur(this IElement element) => Happen(element, () => Raise.BlurAsync(element, new FocusEventArgs()));

    public static void Submit(this IElement element) => Happen(element, () => Raise.SubmitAsync(element, EventArgs.Empty));

    public static Task SubmitAsync(this IElement element) => HappenAsync(element, () => Raise.SubmitAsync(element, EventArgs.Empty));

    private static Task HappenAsync(IElement element, Func<Task> handling) =>
        element.Owner!.Context.GetService<BunitContext>()!.Renderer.Dispatcher.InvokeAsync(handling);

    /// <summary>A handler that waits, for a question's answer perhaps, has had its first part when this returns.</summary>
    private static void Happen(IElement element, Func<Task> handling)
    {
        var handled = Task.CompletedTask;
        HappenAsync(element, () =>
        {
            handled = handling();
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
        if (handled.IsCompleted)
        {
            handled.GetAwaiter().GetResult();
        }
    }
}
