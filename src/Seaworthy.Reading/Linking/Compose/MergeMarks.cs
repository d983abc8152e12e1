using Seaworthy.Model.Declared.Compose;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Takes from what lies below everything that a file marks with <c>!reset</c> or <c>!override</c>.</summary>
/// <remarks>Source: the Compose specification, "Reset value" and "Replace value".</remarks>
internal static class MergeMarks
{
    public static ComposeProject Apply(ComposeProject below, IReadOnlyList<ComposeMergeMark> marks) =>
        marks.Aggregate(
            below,
            (project, mark) =>
                mark.Path switch
                {
                    ["services"] => project with { Services = [] },
                    ["services", var name] => project with
                    {
                        Services = [.. project.Services.Where(service => service.Name.Value != name)],
                    },
                    ["services", ..] => project with
                    {
                        Services = [.. project.Services.Select(service => Apply(service, service.Name.Value, mark))],
                    },
                    ["networks", ..] => project with { Networks = Without(project.Networks, mark.Path, network => network.Name.Value) },
                    ["volumes", ..] => project with { Volumes = Without(project.Volumes, mark.Path, volume => volume.Name.Value) },
                    ["secrets", ..] => project with { Secrets = Without(project.Secrets, mark.Path, secret => secret.Name.Value) },
                    ["configs", ..] => project with { Configs = Without(project.Configs, mark.Path, config => config.Name.Value) },
                    _ => project,
                }
        );

    /// <summary>The marks that a file puts on one of its services, taken from what that service builds upon.</summary>
    public static ComposeService Apply(ComposeService below, string name, IReadOnlyList<ComposeMergeMark> marks) =>
        marks.Aggregate(below, (service, mark) => Apply(service, name, mark));

    private static ComposeService Apply(ComposeService service, string name, ComposeMergeMark mark) =>
        mark.Path is ["services", var marked, var key, ..] && marked == name ? ServiceReset.Clear(service, key, mark.Path) : service;

    private static IReadOnlyList<T> Without<T>(IReadOnlyList<T> entries, IReadOnlyList<string> path, Func<T, string> name) =>
        path.Count switch
        {
            1 => [],
            2 => [.. entries.Where(entry => name(entry) != path[1])],
            _ => entries,
        };
}
