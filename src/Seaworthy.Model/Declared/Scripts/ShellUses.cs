using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>Which variables a command uses, and what for.</summary>
public static class ShellUses
{
    /// <summary>Those without a default: the shell puts nothing in the place of one that is not set.</summary>
    public static IEnumerable<Fact<string>> Of(ShellCommand command) =>
        from word in command
            .Words.Concat(command.Assignments.Select(assignment => assignment.Value).OfType<ShellWord>())
            .Concat(command.Redirects.Select(redirect => redirect.Target))
        from part in word.Parts
        where part is { Kind: ShellPartKind.Variable, Default: null, IsRequired: false }
        select new Fact<string>(part.Text, word.Span);

    /// <summary>Only people see it.</summary>
    public static bool Shows(ShellCommand command) =>
        command is { Program: "echo" or "printf", IsInSubstitution: false, LostTo: null, Redirects: [] };

    public static bool Tests(ShellCommand command, string name) =>
        command.Program is "[" or "[[" or "test" && Of(command).Any(use => use.Value == name);

    /// <summary>The text has the name but as the value of the variable, and without a default.</summary>
    public static bool IsOnlyUsed(string text, string name) =>
        WholeWords.Find(text, name, WholeWords.IsOfIdentifier).All(at => IsOnlyUse(text, new NamePlace(name, at)));

    /// <summary>Names that a file has otherwise than as the value of the variable, or with a default.</summary>
    public static IEnumerable<string> NamedOtherwise(SourceFile file, NameSearch names) =>
        names.In(file.Text).Where(place => !IsOnlyUse(file.Text, place)).Select(place => place.Name);

    /// <summary>At this place the text has the name as the value of the variable, and without a default, or a longer name.</summary>
    public static bool IsOnlyUse(string text, NamePlace place)
    {
        var (at, end) = (place.At, place.At + place.Name.Length);
        if ((at > 0 && WholeWords.IsOfIdentifier(text[at - 1])) || (end < text.Length && WholeWords.IsOfIdentifier(text[end])))
        {
            return true;
        }

        var isPlain = at > 0 && text[at - 1] == '$';
        var isBraced = at > 1 && text[at - 1] == '{' && text[at - 2] == '$' && end < text.Length && text[end] == '}';
        return isPlain || isBraced;
    }
}
