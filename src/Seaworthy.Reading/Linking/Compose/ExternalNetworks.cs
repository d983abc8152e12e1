using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Networks and volumes that a compose project expects to be there: what in this repository makes one of that name.</summary>
internal static class ExternalNetworks
{
    public static IEnumerable<NameUse> Find(Deployment deployment)
    {
        var made = deployment.ComposeStacks.SelectMany(Made).ToList();
        var commands = deployment.Commands.SelectMany(CreatedBy).ToList();
        return from stack in deployment.ComposeStacks
            from network in stack.Project.Networks
            where network.IsExternal
            let name = network.ActualName is null ? network.Name.Value : stack.Text(network.ActualName)
            where name is not null
            select Use(stack, network, name, made, commands);
    }

    private static NameUse Use(
        ComposeStack stack,
        ComposeNetwork network,
        string name,
        IReadOnlyList<MadeNetwork> made,
        IReadOnlyList<Fact<string>> commands
    )
    {
        var maker =
            made.FirstOrDefault(other => other.Actual == name)?.Network.Span ?? commands.FirstOrDefault(other => other.Value == name)?.Span;
        // Another project that makes a network under the same key, or that has this name but for its project's prefix, means this one.
        var meant = made.FirstOrDefault(other => other.Stack.Name != stack.Name && IsMeant(other, network, name));
        return new NameUse(NameRole.ExternalNetwork, name, network.Span, stack.Name, maker)
        {
            In = meant?.Stack.Name ?? "",
            Related = meant?.Network.Span,
            Candidates = meant is null ? [] : [meant.Actual ?? $"<project>_{meant.Network.Name.Value}"],
            UnknownBecause =
                maker is not null ? null
                : meant is null ? "nothing in the repository makes a network of that name; it may be made by hand"
                : meant.Actual is null && name.EndsWith("_" + meant.Network.Name.Value, StringComparison.Ordinal)
                    ? $"the network of {meant.Stack.Name} is named after the directory of the clone"
                : null,
        };
    }

    private static bool IsMeant(MadeNetwork other, ComposeNetwork network, string name) =>
        other.Network.Name.Value is not "default"
        && (
            other.Network.Name.Value == network.Name.Value
            || other.Network.Name.Value == name
            || name.EndsWith("_" + other.Network.Name.Value, StringComparison.Ordinal)
        );

    private static IEnumerable<MadeNetwork> Made(ComposeStack stack)
    {
        var project = ComposeProjectName.Of(stack);
        foreach (var network in stack.Project.Networks.Where(network => !network.IsExternal))
        {
            var actual =
                network.ActualName is not null ? stack.Text(network.ActualName)
                : project is null ? null
                : $"{project}_{network.Name.Value}";
            yield return new MadeNetwork(stack, network, actual);
        }
    }

    /// <summary><c>docker network create [options] NAME</c>.</summary>
    private static IEnumerable<Fact<string>> CreatedBy(CommandSite site) =>
        KnownCommand
            .Of(site.Command)
            .OfType<DockerCommand>()
            .Where(command => command.Verb == "network create" && command.Arguments.Count > 0)
            .Select(command => command.Arguments[^1])
            .Select(word => new Fact<string>(site.Variables.DefaultValue(word) ?? word.Raw, word.Span));

    /// <param name="Actual">Its name outside of the project; null when that depends on the directory of the clone.</param>
    private sealed record MadeNetwork(ComposeStack Stack, ComposeNetwork Network, string? Actual);
}
