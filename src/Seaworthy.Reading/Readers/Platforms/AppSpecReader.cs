using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using static Seaworthy.Reading.Readers.Platforms.PlatformValues;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads <c>.do/app.yaml</c>.</summary>
/// <remarks>Source: DigitalOcean, "App Specification Reference".</remarks>
internal sealed class AppSpecReader : Reader
{
    private static readonly string[] Kinds = ["services", "workers", "jobs", "functions", "static_sites"];

    public override bool Accepts(string path) =>
        path.EndsWith(".do/app.yaml", StringComparison.Ordinal) || path.EndsWith(".do/app.yml", StringComparison.Ordinal);

    public override Artifact? Read(FileSyntax file) =>
        file.Yaml.Root is not MappingNode root
            ? null
            : new AppSpec(file.File)
            {
                Envs =
                [
                    .. Of(root, root["name"]?.Text),
                    .. Kinds.SelectMany(kind => Mappings(root[kind])).SelectMany(component => Of(component, component["name"]?.Text)),
                ],
                Services =
                [
                    .. from service in Mappings(root["services"])
                    let name = service["name"]?.Fact
                    where name is not null
                    select new AppComponent(name, service["source_dir"]?.Fact),
                ],
                Routes = [.. Ingress(root), .. Mappings(root["services"]).SelectMany(OfService)],
            };

    private static IEnumerable<AppRoute> Ingress(MappingNode root) =>
        from rule in Mappings(root.At("ingress", "rules"))
        let prefix = rule.At("match", "path", "prefix")?.Fact
        let name = rule.At("component", "name")?.Text
        where prefix is not null && name is not null
        select new AppRoute(name, prefix) { KeepsPath = Keeps(rule["component"]) || rule["redirect"] is not null };

    private static IEnumerable<AppRoute> OfService(MappingNode service) =>
        from route in Mappings(service["routes"])
        let prefix = route["path"]?.Fact
        let name = service["name"]?.Text
        where prefix is not null && name is not null
        select new AppRoute(name, prefix) { KeepsPath = Keeps(route) };

    private static bool Keeps(Node? node) => node?["preserve_path_prefix"]?.Text is "true" || node?["rewrite"] is not null;

    private static IEnumerable<PlatformVariable> Of(MappingNode node, string? scope) =>
        from variable in Mappings(node["envs"])
        where variable["type"]?.Text is not "SECRET" && variable["scope"]?.Text is not "BUILD_TIME"
        let key = variable["key"]?.Fact
        let value = variable["value"]?.Fact
        where key is not null && value is not null
        select new PlatformVariable(key, value, PlatformVariableOrigin.Literal, variable.Span) { Scope = scope };
}
