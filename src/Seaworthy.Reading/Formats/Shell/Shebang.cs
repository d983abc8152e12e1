using Seaworthy.Model.Known;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>The first line of a script that names its interpreter: <c>#!/bin/sh -e</c>, <c>#!/usr/bin/env -S bash</c>.</summary>
/// <param name="Interpreter">As it is written, with its path.</param>
/// <param name="Start">Where it stands, in characters from the beginning of the text.</param>
/// <param name="Options">The first word behind it, or null.</param>
/// <remarks>Source: Linux man-pages, execve(2), "Interpreter scripts".</remarks>
internal sealed record Shebang(string Interpreter, int Start, string? Options)
{
    /// <summary>A shell whose language is read here: neither PowerShell nor fish.</summary>
    public bool IsOfShell => ShellPrograms.IsShell(Interpreter);

    /// <summary>Null where the text begins with none.</summary>
    public static Shebang? Of(string text)
    {
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        if (string.CompareOrdinal(text, start, "#!", 0, 2) != 0)
        {
            return null;
        }

        var lineEnd = text.IndexOf('\n', start);
        var line = text[(start + 2)..(lineEnd < 0 ? text.Length : lineEnd)];
        var words = line.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var index =
            words is [var first, ..] && first[(first.LastIndexOf('/') + 1)..] == "env"
                ? Array.FindIndex(words, 1, word => !word.StartsWith('-') && !word.Contains('='))
                : 0;
        return index < 0 || index >= words.Length
            ? null
            : new Shebang(
                words[index],
                text.IndexOf(words[index], start + 2 + (index > 0 ? words[0].Length : 0), StringComparison.Ordinal),
                index + 1 < words.Length ? words[index + 1] : null
            );
    }
}
