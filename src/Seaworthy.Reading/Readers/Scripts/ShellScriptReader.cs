using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Shell;

namespace Seaworthy.Reading.Readers.Scripts;

/// <summary>Reads <c>*.sh</c>, <c>*.bash</c>, and files of any name without an extension whose first line names a POSIX shell.</summary>
internal sealed class ShellScriptReader : Reader
{
    public override bool Accepts(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return HasShellName(name) || !name.Contains('.');
    }

    public override Artifact? Read(FileSyntax file)
    {
        var source = file.File;
        var (interpreter, options) = Shebang(source);
        if (interpreter is null ? !HasShellName(source.Name) || IsPython(source.Text) : !ShellPrograms.IsShell(interpreter.Value))
        {
            return null;
        }

        var syntax = ShellParser.Read(
            MappedText.Of(source),
            stopsOnError: options is ['-', not '-', ..] && options.Contains('e', StringComparison.Ordinal)
        );
        return new ShellScript(source, syntax.Commands)
        {
            Interpreter = interpreter,
            StopsOnError = syntax.Commands.Any(command => command is { StopsOnError: true, Function: null }),
            Functions = syntax.Functions,
            WindowsLineEnding = WindowsLineEnding(source),
            Problems = syntax.Reached,
        };
    }

    /// <summary>Another language under the name of a shell's: its first statement is <c>import …</c>, which no shell knows.</summary>
    private static bool IsPython(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.TrimStart('\uFEFF').Trim() is { IsEmpty: false } statement && statement[0] != '#')
            {
                return statement.StartsWith("import ", StringComparison.Ordinal)
                    || (statement.StartsWith("from ", StringComparison.Ordinal) && statement.Contains(" import ", StringComparison.Ordinal))
                    || statement.StartsWith("\"\"\"", StringComparison.Ordinal);
            }
        }

        return false;
    }

    private static bool HasShellName(ReadOnlySpan<char> name) =>
        name.EndsWith(".sh", StringComparison.Ordinal) || name.EndsWith(".bash", StringComparison.Ordinal);

    private static string NameOf(string interpreter) => interpreter[(interpreter.LastIndexOf('/') + 1)..];

    /// <summary>The interpreter of <c>#!/bin/sh -e</c> or <c>#!/usr/bin/env bash</c>, and its first option.</summary>
    private static (Fact<string>? Interpreter, string? Options) Shebang(SourceFile file)
    {
        var text = file.Text;
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        if (string.CompareOrdinal(text, start, "#!", 0, 2) != 0)
        {
            return (null, null);
        }

        var lineEnd = text.IndexOf('\n', start);
        var line = text[(start + 2)..(lineEnd < 0 ? text.Length : lineEnd)];
        var words = line.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var index = words is [var first, ..] && NameOf(first) == "env" ? Array.FindIndex(words, 1, word => !word.StartsWith('-')) : 0;
        if (index < 0 || index >= words.Length)
        {
            return (null, null);
        }

        var at = text.IndexOf(words[index], start + 2 + (index > 0 ? words[0].Length : 0), StringComparison.Ordinal);
        return (
            new Fact<string>(words[index], new SourceSpan(file, at, words[index].Length)),
            index + 1 < words.Length ? words[index + 1] : null
        );
    }

    private static SourceSpan? WindowsLineEnding(SourceFile file)
    {
        var at = file.Text.IndexOf("\r\n", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var start = file.Text.LastIndexOf('\n', at) + 1;
        return new SourceSpan(file, start, at + 1 - start);
    }
}
