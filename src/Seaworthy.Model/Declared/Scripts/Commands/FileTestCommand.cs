namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary><c>[ -f path ]</c>, <c>test -d path</c>, <c>[[ ! -e path ]]</c>: the script asks whether a path exists before it uses it.</summary>
/// <param name="Operator">The letter: <c>f</c>, <c>d</c>, <c>e</c>, <c>x</c>, <c>s</c>…</param>
public sealed record FileTestCommand(ShellCommand Command, char Operator, ShellWord Path, bool IsNegated) : KnownCommand(Command)
{
    internal static FileTestCommand? Of(CommandLine line)
    {
        if (line.Program is not ("[" or "[[" or "test"))
        {
            return null;
        }

        var words = line.Arguments;
        var start = words is [{ Literal: "!" }, ..] ? 1 : 0;
        return
            words.Count > start + 1 && words[start].Literal is ['-', var letter] && "fdexsrwLh".Contains(letter, StringComparison.Ordinal)
            ? new FileTestCommand(line.Command, letter, words[start + 1], start == 1)
            : null;
    }
}
