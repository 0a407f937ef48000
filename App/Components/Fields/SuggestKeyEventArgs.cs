using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Fields;

/// <summary>A key that moves in a list of suggestions; js/fields.js sends only those, so that typing costs one message per letter.</summary>
public sealed class SuggestKeyEventArgs : EventArgs
{
    /// <summary>«ArrowDown», «ArrowUp», «Enter» or «Escape».</summary>
    public string Key { get; set; } = "";
}

/// <summary>A paste that did not fit.</summary>
public sealed class TextCutEventArgs : EventArgs
{
    /// <summary>The field's limit, in characters.</summary>
    public int Kept { get; set; }
}

/// <summary>Teaches Razor the events <c>@onsuggestkey</c> and <c>@ontextcut</c>.</summary>
[EventHandler("ontextcut", typeof(TextCutEventArgs))]
[EventHandler("onsuggestkey", typeof(SuggestKeyEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
