using Seaworthy.Model.Declared.Scripts;
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
        var shebang = Shebang.Of(source.Text);
        if (IsTestOfRule(source.Text))
        {
            return null;
        }

        if (shebang is null ? !HasShellName(source.Name) || IsPython(source.Text) || IsNote(source.Text) : !shebang.IsOfShell)
        {
            return null;
        }

        var syntax = ShellParser.Read(
            MappedText.Of(source),
            stopsOnError: shebang?.Options is ['-', not '-', ..] options && options.Contains('e', StringComparison.Ordinal)
        );
        return new ShellScript(source, syntax.Commands)
        {
            Interpreter = shebang is null
                ? null
                : new Fact<string>(shebang.Interpreter, new SourceSpan(source, shebang.Start, shebang.Interpreter.Length)),
            StopsOnError = syntax.Commands.Any(command => command is { StopsOnError: true, Function: null }),
            Functions = syntax.Functions,
            WindowsLineEnding = WindowsLineEnding(source),
            StoppingCounters = syntax.StoppingCounters,
            CountingSteps = syntax.CountingSteps,
            Problems = IsOfZsh(shebang) ? [] : syntax.Reached,
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

    /// <summary>Markdown under the name of a script: commands to copy stand between fences.</summary>
    private static bool IsNote(string text) =>
        text.StartsWith("```", StringComparison.Ordinal) || text.Contains("\n```", StringComparison.Ordinal);

    /// <summary>It takes what no other shell of the family does: <c>for key value in ${(kv)table}</c>.</summary>
    /// <remarks>Source: zsh manual, "Complex Commands", "Parameter Expansion Flags".</remarks>
    private static bool IsOfZsh(Shebang? shebang) => shebang?.Interpreter.EndsWith("zsh", StringComparison.Ordinal) is true;

    /// <summary>What a rule of Semgrep is tried on: lines marked for it are matched, and never run.</summary>
    /// <remarks>Source: Semgrep documentation, "Testing rules".</remarks>
    private static bool IsTestOfRule(string text) => text.Contains("# ruleid: ", StringComparison.Ordinal);

    private static bool HasShellName(ReadOnlySpan<char> name) =>
        name.EndsWith(".sh", StringComparison.Ordinal) || name.EndsWith(".bash", StringComparison.Ordinal);

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
