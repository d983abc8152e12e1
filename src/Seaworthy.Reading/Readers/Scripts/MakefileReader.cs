using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Make;
using Seaworthy.Reading.Formats.Shell;

namespace Seaworthy.Reading.Readers.Scripts;

/// <summary>Reads Makefiles of GNU make: targets, prerequisites, and recipes as shell commands.</summary>
internal sealed class MakefileReader : Reader
{
    // cargo-make's tasks, what CMake notes down, sources of automake, autoconf and m4, Perl's and Node's ways to write one, documentation.
    private static readonly HashSet<string> OfOthers = new(StringComparer.OrdinalIgnoreCase)
    {
        "toml",
        "cmake",
        "am",
        "in",
        "m4",
        "PL",
        "js",
        "ts",
        "py",
        "json",
        "yml",
        "yaml",
        "md",
        "txt",
        "patch",
        "diff",
    };

    public override bool Accepts(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name is "Makefile" or "makefile" or "GNUmakefile"
            || (name.StartsWith("Makefile.", StringComparison.Ordinal) && !OfOthers.Contains(name[(name.LastIndexOf('.') + 1)..]))
            || name.EndsWith(".mk", StringComparison.Ordinal);
    }

    public override Artifact? Read(FileSyntax file)
    {
        var source = file.File;
        var syntax = MakeParser.Parse(source);
        // Other programs keep settings in files of this name too, Checkmk in Python.
        if (source.Name.EndsWith(".mk", StringComparison.Ordinal) && syntax.Problems.Count > 0)
        {
            return null;
        }

        MakeVariables variables = new(syntax.Variables);
        var phony = syntax.Rules.Where(rule => rule.Targets is [{ Value: ".PHONY" }]).SelectMany(rule => rule.Prerequisites).ToList();
        List<Problem> problems = [.. syntax.Problems];
        var isOneShell = syntax.Rules.Any(rule => rule.Targets.Any(target => target.Value == ".ONESHELL"));
        RecipeText recipes = new(source, variables);
        List<ScriptTask> tasks = [];
        foreach (var rule in syntax.Rules)
        {
            foreach (var target in rule.Targets.Where(target => !IsSpecial(target.Value)))
            {
                tasks.Add(Task(rule, target, recipes, isOneShell, variables, problems));
            }
        }

        // What is only named there, make takes for done.
        var known = tasks.Select(task => task.Name.Value).ToHashSet(StringComparer.Ordinal);
        tasks.AddRange(phony.Where(name => known.Add(name.Value)).Select(name => new ScriptTask(name, [])));
        return new TaskFile(source, "make", tasks)
        {
            Exports = syntax.Exports,
            Includes =
            [
                .. syntax.Includes.Select(include => new TaskInclude(
                    variables.Expand(include.Path.Value),
                    include.IsOptional,
                    include.Path.Span
                )),
            ],
            Problems = MayRunAnotherShell(source.Text) ? [.. syntax.Problems] : problems,
        };
    }

    /// <summary><c>.PHONY</c>, <c>.DEFAULT_GOAL</c> and their like speak to make itself.</summary>
    private static bool IsSpecial(string target) => target is ['.', >= 'A' and <= 'Z', ..];

    /// <summary>Recipes of a branch for Windows may be PowerShell's: what a POSIX shell says of them counts for nothing.</summary>
    private static bool MayRunAnotherShell(string text) =>
        text.Contains("Windows_NT", StringComparison.OrdinalIgnoreCase)
        || text.Contains("pwsh", StringComparison.OrdinalIgnoreCase)
        || text.Contains("powershell", StringComparison.OrdinalIgnoreCase)
        || text.Contains("cmd.exe", StringComparison.OrdinalIgnoreCase)
        // Loops that only cmd.exe knows.
        || text.Contains("for /r ", StringComparison.OrdinalIgnoreCase)
        || text.Contains("for /d ", StringComparison.OrdinalIgnoreCase);

    // What make puts in front of the shell is known where it puts in nothing.
    private static Problem Expanded(Problem problem, IReadOnlyList<MakeRecipeLine> lines) =>
        problem.Kind == ProblemKind.Syntax && lines.Any(line => IsExpanded(problem.Span.File.Text[line.Start..line.End]))
            ? problem with
            {
                Kind = ProblemKind.Composed,
            }
            : problem;

    private static bool IsExpanded(string line) => line.Replace("$$", "", StringComparison.Ordinal).Contains('$', StringComparison.Ordinal);

    private static ScriptTask Task(
        MakeRule rule,
        Fact<string> target,
        RecipeText recipes,
        bool isOneShell,
        MakeVariables variables,
        List<Problem> problems
    )
    {
        List<ShellCommand> commands = [];
        var name = variables.Expand(target.Value) ?? target.Value;

        // Every line has a shell of its own, in the directory of make; make stops when a line fails. With .ONESHELL the recipe is one script.
        IEnumerable<IReadOnlyList<MakeRecipeLine>> scripts =
            isOneShell && rule.Recipe.Count > 0 ? [rule.Recipe] : rule.Recipe.Select(line => new[] { line });
        foreach (var lines in scripts)
        {
            var syntax = ShellParser.Read(recipes.Of(lines, name, rule.Prerequisites));
            if (ReferenceEquals(target, rule.Targets[0]))
            {
                problems.AddRange(syntax.Problems.Select(problem => Expanded(problem, lines)));
            }

            commands.AddRange(
                lines[0].IgnoresFailure ? syntax.Commands.Select(command => command with { FailureIsMasked = true }) : syntax.Commands
            );
        }

        return new ScriptTask(target with { Value = name }, commands)
        {
            Prerequisites = [.. rule.Prerequisites.Select(word => word with { Value = variables.Expand(word.Value) ?? word.Value })],
        };
    }
}
