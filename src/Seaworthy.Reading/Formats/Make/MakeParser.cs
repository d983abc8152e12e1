using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Make;

/// <summary>GNU make: rules, variables and includes with their places; functions and references stay as written.</summary>
/// <remarks>Source: GNU make manual, 3 "Writing Makefiles", 4 "Writing Rules", 6 "How to Use Variables"; FreeBSD make(1), "Include statements, conditionals and for loops".</remarks>
internal sealed class MakeParser
{
    private readonly SourceFile file;
    private readonly List<OpenRule> rules = [];
    private readonly List<MakeVariable> variables = [];
    private readonly List<MakeInclude> includes = [];
    private readonly List<Problem> problems = [];
    private readonly List<string> exports = [];
    private bool exportsAll;
    private OpenRule? current;
    private int conditions;
    private bool isInDefine;

    private MakeParser(SourceFile file) => this.file = file;

    public static MakeSyntax Parse(SourceFile file)
    {
        MakeParser parser = new(file);
        foreach (var line in MakeLines.Of(file.Text))
        {
            parser.Read(line);
        }

        return new MakeSyntax(
            [.. parser.rules.Select(rule => new MakeRule(rule.Targets, rule.Prerequisites, rule.Recipe))],
            parser.variables,
            parser.includes,
            parser.problems
        )
        {
            Exports = parser.exportsAll ? [.. parser.variables.Select(variable => variable.Name)] : parser.exports,
        };
    }

    private void Read(MakeLine line)
    {
        if (isInDefine)
        {
            isInDefine = !line.StartsWithWord("endef");
        }
        else if (line.IsRecipe && current is not null)
        {
            current.Recipe.Add(RecipeLine(line.Start + 1, line.End));
        }
        // Before the first rule a line that begins with a tab is no recipe, and may be a comment. "export $(shell …)" exports the variables that it computes.
        else if (line.Trimmed is [not '#', ..] && !ReadDirective(line) && !ReadVariable(line) && line.FirstWord != "export")
        {
            ReadRule(line);
        }
    }

    private MakeRecipeLine RecipeLine(int start, int end)
    {
        var ignores = false;
        while (start < end && file.Text[start] is '@' or '-' or '+' or ' ' or '\t')
        {
            ignores |= file.Text[start] == '-';
            start++;
        }

        return new MakeRecipeLine(start, end, ignores);
    }

    private bool ReadDirective(MakeLine line)
    {
        switch (line.FirstWord)
        {
            case "ifeq" or "ifneq" or "ifdef" or "ifndef":
                conditions++;
                return true;
            case "endif":
                conditions = Math.Max(0, conditions - 1);
                return true;
            // BSD make has directives of its own, which no file for GNU make holds.
            case ".if" or ".ifdef" or ".ifndef" or ".ifmake" or ".for":
                conditions++;
                return true;
            case ".endif" or ".endfor":
                conditions = Math.Max(0, conditions - 1);
                return true;
            case ".include"
            or ".-include"
            or ".sinclude"
            or ".elif"
            or ".else"
            or ".undef"
            or ".error"
            or ".warning"
            or ".info"
            or ".export":
                return true;
            case "else" or "endef" or "vpath" or "unexport" or "undefine":
                return true;
            case "override" or "export" or "private" when SecondWord(line) is "undefine":
                return true;
            case "override" or "export" or "private" when SecondWord(line) is "define":
            case "define":
                isInDefine = true;
                return true;
            case "include" or "-include" or "sinclude":
                foreach (
                    var path in Words(
                        line.Start + line.Text.IndexOf("include", StringComparison.Ordinal) + "include".Length,
                        line.ContentEnd
                    )
                )
                {
                    includes.Add(new MakeInclude(path, line.FirstWord[0] != 'i'));
                }

                return true;
            case "export" when !line.Text.Contains('=', StringComparison.Ordinal):
                var names = Words(line.Start + line.Text.IndexOf("export", StringComparison.Ordinal) + "export".Length, line.ContentEnd);
                // Alone in its line it hands on every variable.
                exportsAll |= names.Count == 0;
                exports.AddRange(names.Select(name => name.Value));
                return true;
            default:
                return false;
        }
    }

    private static string? SecondWord(MakeLine line) =>
        line.Text.Split([' ', '\t'], 3, StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1);

    private bool ReadVariable(MakeLine line)
    {
        if (MakeAssignment.Find(line.Text) is not { } found)
        {
            return false;
        }

        current = null;
        if (line.FirstWord == "export")
        {
            exports.Add(found.Name);
        }

        var value = MakeLines.Unfolded(file.Text[(line.Start + found.ValueStart)..line.ContentEnd]);
        variables.Add(
            new MakeVariable(
                found.Name,
                found.Operator,
                value,
                conditions > 0 || found.IsForTarget,
                new SourceSpan(file, line.Start, line.ContentEnd - line.Start)
            )
        );
        return true;
    }

    private void ReadRule(MakeLine line)
    {
        var colon = MakeAssignment.FindOutside(line.Text, ':');
        if (colon < 0)
        {
            ReportSeparator(line);
            return;
        }

        var after = colon + 1;
        while (after < line.Text.Length && line.Text[after] is ':')
        {
            after++;
        }

        var recipe = MakeAssignment.FindOutside(line.Text, ';', after);
        var prerequisitesEnd = recipe < 0 ? line.ContentEnd : line.Start + recipe;
        var second = MakeAssignment.FindOutside(line.Text, ':', after);
        var prerequisitesStart = line.Start + (second >= 0 && line.Start + second < prerequisitesEnd ? second + 1 : after);
        current = new OpenRule(
            Words(line.Start, line.Start + colon),
            [.. Words(prerequisitesStart, prerequisitesEnd).Where(word => word.Value != "|")]
        );
        rules.Add(current);
        if (recipe >= 0)
        {
            current.Recipe.Add(RecipeLine(line.Start + recipe + 1, line.End));
        }
    }

    /// <summary>A line of words that is neither rule nor assignment: most often a recipe line indented with blanks.</summary>
    private void ReportSeparator(MakeLine line)
    {
        var isExpansion = line.Trimmed.StartsWith('$');
        // A page of Jekyll, which takes these two lines away.
        var isFrontMatter = line.Trimmed is "---" && file.Text.StartsWith("---", StringComparison.Ordinal);
        if (!isExpansion && !isFrontMatter)
        {
            problems.Add(
                new Problem(
                    ProblemKind.Syntax,
                    "missing separator: a recipe line begins with a tab",
                    new SourceSpan(file, line.Start, line.ContentEnd - line.Start)
                )
            );
        }
    }

    private List<Fact<string>> Words(int start, int end)
    {
        List<Fact<string>> words = [];
        var at = start;
        while (at < end)
        {
            if (char.IsWhiteSpace(file.Text[at]) || (file.Text[at] == '\\' && at + 1 < end && file.Text[at + 1] is '\n' or '\r'))
            {
                at++;
                continue;
            }

            var from = at;
            at = MakeAssignment.WordEnd(file.Text, at, end);
            words.Add(new Fact<string>(file.Text[from..at], new SourceSpan(file, from, at - from)));
        }

        return words;
    }

    private sealed record OpenRule(List<Fact<string>> Targets, List<Fact<string>> Prerequisites)
    {
        public List<MakeRecipeLine> Recipe { get; } = [];
    }
}
