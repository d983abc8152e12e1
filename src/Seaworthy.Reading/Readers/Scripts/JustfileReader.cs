using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats;
using Seaworthy.Reading.Formats.Just;
using Seaworthy.Reading.Formats.Shell;

namespace Seaworthy.Reading.Readers.Scripts;

/// <summary>Reads justfiles: recipes, what they depend on, and their lines as shell commands.</summary>
internal sealed class JustfileReader : Reader
{
    public override bool Accepts(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name.Equals("justfile", StringComparison.OrdinalIgnoreCase)
            || name.Equals(".justfile", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".just", StringComparison.Ordinal);
    }

    public override Artifact? Read(FileSyntax file)
    {
        var syntax = new JustParser(file.File).Parse();
        List<Problem> problems = [];
        return new TaskFile(file.File, "just", [.. syntax.Recipes.Select(recipe => Task(file.File, recipe, syntax, problems))])
        {
            Includes = syntax.Includes,
            Problems = problems,
        };
    }

    private static ScriptTask Task(SourceFile file, JustRecipe recipe, JustSyntax syntax, List<Problem> problems)
    {
        ScriptTask task = new(recipe.Name, []) { Prerequisites = recipe.Dependencies, Directory = Directory(recipe, syntax) };
        if (recipe.Lines is not [var first, ..])
        {
            return task;
        }

        if (recipe.Attributes.Any(IsScript))
        {
            return task with { Commands = Commands(file, first.Start, recipe.Lines[^1].End, syntax, problems) };
        }

        if (Shebang.Of(file.Text[first.Start..first.End]) is { } shebang)
        {
            return shebang.IsOfShell
                ? task with
                {
                    Commands = Commands(file, first.Start, recipe.Lines[^1].End, syntax, problems),
                }
                : task with
                {
                    IsOtherLanguage = true,
                };
        }

        if (recipe.Attributes.Any(attribute => attribute.StartsWith("script(", StringComparison.Ordinal)))
        {
            return task with { IsOtherLanguage = true };
        }

        if (syntax.Shell is { } shell && !ShellPrograms.IsShell(shell))
        {
            return task with { IsOtherLanguage = true };
        }

        return task with
        {
            Commands = [.. recipe.Lines.SelectMany(line => LineCommands(file, line, syntax, problems))],
        };
    }

    /// <summary>The shell gets the recipe as one script.</summary>
    /// <remarks>Source: just manual, "Script Recipes".</remarks>
    private static bool IsScript(string attribute) =>
        attribute is "script" or "script('sh')" or "script('bash')" or "script(\"sh\")" or "script(\"bash\")";

    private static IReadOnlyList<ShellCommand> LineCommands(SourceFile file, TextRange line, JustSyntax syntax, List<Problem> problems)
    {
        var start = line.Start;
        while (start < line.End && file.Text[start] is '@' or '-')
        {
            start++;
        }

        var commands = Commands(file, start, line.End, syntax, problems);
        return file.Text.AsSpan(line.Start, start - line.Start).Contains('-')
            ? [.. commands.Select(command => command with { FailureIsMasked = true })]
            : commands;
    }

    private static IReadOnlyList<ShellCommand> Commands(SourceFile file, int start, int end, JustSyntax syntax, List<Problem> problems)
    {
        var text = DoubleBraces.Fill(
            MappedText.Of(new SourceSpan(file, start, end - start)),
            name => syntax.Variables.GetValueOrDefault(name)
        );
        var read = ShellParser.Read(text);
        var isComposed = file.Text.AsSpan(start, end - start).Contains("{{", StringComparison.Ordinal);
        problems.AddRange(
            read.Problems.Select(problem =>
                isComposed && problem.Kind == ProblemKind.Syntax ? problem with { Kind = ProblemKind.Composed } : problem
            )
        );
        return read.Commands;
    }

    /// <summary>What stands in quotes; null for an expression, whose value only just knows.</summary>
    private static string? Literal(string written) =>
        written is ['\'' or '"', .., '\'' or '"'] && written.AsSpan(1, written.Length - 2).IndexOf(written[0]) < 0 ? written[1..^1] : null;

    /// <summary>Where the commands of a recipe run, from the directory of the file; null when that is not known.</summary>
    private static string? Directory(JustRecipe recipe, JustSyntax syntax)
    {
        if (recipe.Attributes.Any(attribute => attribute.Contains("no-cd", StringComparison.Ordinal)))
        {
            return null;
        }

        var own = recipe.Attributes.FirstOrDefault(attribute => attribute.StartsWith("working-directory", StringComparison.Ordinal));
        return own is null ? syntax.Directory ?? "" : Literal(own["working-directory".Length..].TrimStart(':', '(', ' ').TrimEnd(')', ' '));
    }
}
