using System.Buffers;

namespace Seaworthy.Cli.Output;

/// <summary>
/// Breaks what a CI server would take for a command of its own when it reads the log: <c>::name::</c> at the start of a line, after blanks; <c>##[name]</c>, <c>##vso[name]</c> and
/// <c>##teamcity[name]</c> anywhere. It stands where the program writes, because a line may be put together from several texts, and may be broken anew where it is long.
/// </summary>
/// <remarks>Source: the runners of GitHub (ActionCommand.TryParseV2, TryParse) and Azure Pipelines (Command.TryParse); TeamCity documentation, "Service messages".</remarks>
internal sealed class InertStream(Stream inner, OutputForm form) : WritingStream(inner)
{
    private const int LongestName = 16;

    private static readonly SearchValues<byte> AnyMark = SearchValues.Create("#\n\r"u8);
    private static readonly SearchValues<byte> MarkInLine = SearchValues.Create("#"u8);

    private readonly Stream inner = inner;
    private readonly ArrayBufferWriter<byte> safe = new();

    // "##" and the letters behind, which may still become a command.
    private readonly List<byte> held = [];
    private readonly bool asksLines = form is OutputForm.Text or OutputForm.Markup;
    private bool isLineStart = form is OutputForm.Text or OutputForm.Markup;
    private bool hasColon;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        safe.ResetWrittenCount();
        while (!buffer.IsEmpty)
        {
            // Most of what is written is passed on at once.
            var plain = isLineStart || held.Count > 0 ? 0 : buffer.IndexOfAny(asksLines ? AnyMark : MarkInLine);
            plain = plain < 0 ? buffer.Length : plain;
            safe.Write(buffer[..plain]);
            buffer = buffer[plain..];
            if (!buffer.IsEmpty)
            {
                Take(buffer[0]);
                buffer = buffer[1..];
            }
        }

        inner.Write(safe.WrittenSpan);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && held.Count > 0)
        {
            inner.Write([.. held]);
            held.Clear();
        }

        base.Dispose(disposing);
    }

    private void Take(byte next)
    {
        if (held.Count > 1 && next == '[')
        {
            safe.Write("#"u8);
            safe.Write(Second('#'));
            safe.Write([.. held[2..]]);
            held.Clear();
        }
        else if (held.Count > 1 && char.IsAsciiLetter((char)next) && held.Count < LongestName)
        {
            held.Add(next);
            return;
        }
        else if (next == '#' && held.Count is 0 or 1)
        {
            isLineStart = false;
            held.Add(next);
            return;
        }
        else if (next == '#' && held.Count == 2)
        {
            // Of three, the last two may begin a command.
            safe.Write("#"u8);
            return;
        }

        Release();
        if (next == '#')
        {
            held.Add(next);
            return;
        }

        Pass(next);
    }

    private void Release()
    {
        safe.Write([.. held]);
        held.Clear();
    }

    private void Pass(byte next)
    {
        var isCommand = isLineStart && hasColon && next == ':';
        hasColon = isLineStart && next == ':' && !isCommand;
        if (isCommand)
        {
            safe.Write(Second(':'));
        }
        else
        {
            safe.Write([next]);
        }

        // The runner trims every kind of blank before it looks: what is no ASCII may be one.
        isLineStart = asksLines && (next is (byte)'\n' or (byte)'\r' || (isLineStart && (hasColon || next is <= (byte)' ' or >= 0x80)));
    }

    private ReadOnlySpan<byte> Second(char mark) =>
        (form, mark) switch
        {
            (OutputForm.Json, _) => "\\u0023"u8,
            (OutputForm.Markup, '#') => "&#35;"u8,
            (OutputForm.Markup, _) => "&#58;"u8,
            (_, '#') => " #"u8,
            _ => " :"u8,
        };
}
