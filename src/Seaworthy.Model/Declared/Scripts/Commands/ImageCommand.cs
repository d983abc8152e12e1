namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary><c>docker push</c>, <c>pull</c>, <c>tag</c>, <c>save</c>, <c>load</c>: an image on its way.</summary>
/// <param name="Image">The image; for <c>load</c> the archive.</param>
public sealed record ImageCommand(ShellCommand Command, string Verb, ShellWord? Image) : KnownCommand(Command)
{
    private static readonly OptionGrammar Grammar = new("--platform -o --output -i --input");

    /// <summary>The new name of <c>tag</c>.</summary>
    public ShellWord? NewName { get; init; }

    internal static ImageCommand? Of(CommandLine line)
    {
        if (DockerPrograms.Split(line) is not ({ } verb, var rest) || verb is not ("push" or "pull" or "tag" or "save" or "load"))
        {
            return null;
        }

        var options = CommandOptions.Read(rest, Grammar);
        return new ImageCommand(line.Command, verb, verb == "load" ? options.Value("-i", "--input") : options[0])
        {
            NewName = verb == "tag" ? options[1] : null,
        };
    }
}
