namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>Any other docker command: <c>login</c>, <c>stop</c>, <c>system prune</c>, <c>network create</c>…</summary>
/// <param name="Verb">One word, or two for groups: <c>system prune</c>.</param>
public sealed record DockerCommand(ShellCommand Command, string Verb, IReadOnlyList<ShellWord> Arguments) : KnownCommand(Command)
{
    internal static DockerCommand? Of(CommandLine line)
    {
        if (
            DockerPrograms.Split(line) is not ({ } verb, var rest)
            || verb is "build" or "bud" or "run" or "create" or "exec" or "push" or "pull" or "tag" or "save" or "load" or "compose"
        )
        {
            return null;
        }

        var isGroup =
            verb
            is "system"
                or "network"
                or "volume"
                or "stack"
                or "service"
                or "swarm"
                or "secret"
                or "config"
                or "context"
                or "manifest"
                or "node";
        return isGroup && rest is [{ Literal: { } second }, ..]
            ? new DockerCommand(line.Command, $"{verb} {second}", [.. rest.Skip(1)])
            : new DockerCommand(line.Command, verb, rest);
    }
}
