using System.Text;
using Seaworthy.Reading.Formats.GoTemplate.Syntax;

namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>A text while it is rendered, with where its parts came from.</summary>
internal sealed class GoWriter(GoLimits limits)
{
    private readonly StringBuilder text = new();
    private readonly List<GoTracePart> parts = [];

    public int Length => text.Length;

    /// <exception cref="GoCallFault">The text grows too long.</exception>
    public void Verbatim(string value, GoTemplateText source, int start)
    {
        parts.Add(new GoTracePart(text.Length, source, start, value.Length, IsVerbatim: true));
        Append(value);
    }

    /// <param name="trace">Where the value came from, if that is known better than the action that prints it.</param>
    public void Printed(string value, GoTrace? trace, GoTemplateText source, GoNode action)
    {
        if (value.Length == 0)
        {
            return;
        }

        if (trace is null)
        {
            parts.Add(new GoTracePart(text.Length, source, action.Start, action.Length, IsVerbatim: false));
        }
        else
        {
            parts.AddRange(trace.Parts.Select(part => part with { Start = part.Start + text.Length }));
        }

        Append(value);
    }

    public (string Text, GoTrace Trace) Finish() => (text.ToString(), new GoTrace(parts));

    private void Append(string value)
    {
        if (text.Length + value.Length > limits.Length)
        {
            throw new GoCallFault("the rendered text is too long", GoFaultKind.Limit);
        }

        text.Append(value);
    }
}
