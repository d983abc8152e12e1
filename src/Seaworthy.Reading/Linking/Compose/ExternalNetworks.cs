using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Networks that a compose project expects to be there: what in this repository makes one of that name.</summary>
internal static class ExternalNetworks
{
    public static IEnumerable<NameUse> Find(Deployment deployment)
    {
        MadeNetworks made = new(deployment.ComposeStacks.SelectMany(Made));
        var commands = deployment.Commands.SelectMany(CreatedBy).ToLookup(name => name.Value, name => name.Span, StringComparer.Ordinal);
        return from stack in deployment.ComposeStacks
            from network in stack.Project.Networks
            where network.IsExternal
            let name = network.ActualName is null ? network.Name.Value : stack.Text(network.ActualName)
            where name is not null
            select Use(stack, network, name, made, commands[name].FirstOrDefault());
    }

    private static NameUse Use(ComposeStack stack, ComposeNetwork network, string name, MadeNetworks made, SourceSpan? command)
    {
        var maker = made.Named(name)?.Network.Span ?? command;
        var meant = made.Meant(stack, network, name);
        return new NameUse(NameRole.ExternalNetwork, name, network.Span, stack.Name, maker)
        {
            In = meant?.Stack.Name ?? "",
            Related = meant?.Network.Span,
            Candidates = meant is null ? [] : [meant.Actual ?? $"<project>_{meant.Network.Name.Value}"],
            UnknownBecause =
                maker is not null ? null
                : meant is null ? "nothing in the repository creates it; it may be created by hand"
                : meant.Actual is null && name.EndsWith("_" + meant.Network.Name.Value, StringComparison.Ordinal)
                    ? $"the name of {meant.Stack.Name}'s network depends on the directory of the clone"
                : null,
        };
    }

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
}
