using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The names by which parts of a compose project refer to each other: services, volumes, networks, secrets, configs.</summary>
internal static class ComposeNames
{
    public static IEnumerable<NameUse> Find(Deployment deployment)
    {
        ComposeProfiles profiles = new(deployment);
        return deployment
            .ComposeStacks.SelectMany(stack =>
                Find(stack, profiles, OverrideTemplate(deployment.Tree, stack)).Select(use => Completed(use, stack, deployment))
            )
            .Concat(ExternalNetworks.Find(deployment))
            .Concat(ExternalVolumes.Find(deployment))
            .Concat(ComposeCommandNames.Find(deployment))
            .GroupBy(use => new
            {
                use.Role,
                use.Span,
                use.Name,
            })
            // A file of several projects is reported once, and where it fails.
            .Select(same => same.FirstOrDefault(use => use.IsMissing) ?? same.First());
    }

    /// <summary>Another file beside it declares the volume: which of the files are loaded together nobody says.</summary>
    private static NameUse Completed(NameUse use, ComposeStack stack, Deployment deployment) =>
        use is { Role: NameRole.ComposeVolume, IsMissing: true, UnknownBecause: null }
        && stack.Project.Files is [var only]
        && !ComposeParts.IsWholeStack(only)
        && deployment
            .In<ComposeFile>(only.File.Directory)
            .FirstOrDefault(other => other.File != only.File && other.Volumes.Any(volume => volume.Name.Value == use.Name))
            is { } beside
            ? use with
            {
                UnknownBecause = $"{beside.File.Path} declares it and may be loaded with this file",
            }
            : use;

    /// <summary>An override that each deployment makes for itself: <c>compose.override.yaml.example</c>.</summary>
    private static string? OverrideTemplate(RepositoryTree tree, ComposeStack stack) =>
        stack.Project.Files is [var only]
        && tree.FilesIn(only.File.Directory).FirstOrDefault(file => IsOverrideTemplate(file.Path)) is { } template
            ? $"{template.Path} is a template for a part of the project"
            : null;

    private static bool IsOverrideTemplate(string path)
    {
        var words = RepositoryPath.NameOf(path).Split('.', '-', '_');
        return words.Contains("compose")
            && words.Contains("override")
            && words.Any(word => word is "example" or "sample" or "template" or "dist");
    }

    private static IEnumerable<NameUse> Find(ComposeStack stack, ComposeProfiles profiles, string? template)
    {
        var unknown =
            stack.PartialBecause
            ?? template
            ?? (stack.Project.Problems.Count > 0 ? $"a part of the project was not found: {stack.Project.Problems[0].Message}" : null);
        IEnumerable<NameUse> uses =
        [
            .. Services(stack.Project),
            .. profiles.Find(stack),
            .. Volumes(stack),
            .. Networks(stack.Project),
            .. Grants(stack.Project),
        ];
        return uses.Select(use =>
            use with
            {
                UnknownBecause =
                    use.UnknownBecause
                    ?? (
                        use.Name.Contains('$', StringComparison.Ordinal) ? "the name contains a variable"
                        : use.Name.Contains("{{", StringComparison.Ordinal) ? "the file is a template that another program fills in"
                        : use.Name is ['<', .., '>'] ? "the value is a placeholder"
                        : unknown
                    ),
                In = stack.Name,
            }
        );
    }

    private static IEnumerable<NameUse> Services(ComposeProject project)
    {
        var known = DeclaredNames.Of(project.Services, service => service.Name);
        foreach (var service in project.Services)
        {
            foreach (var dependency in service.DependsOn)
            {
                yield return Use(NameRole.ComposeService, dependency.Service, service, known) with
                {
                    IsConditional = !dependency.IsRequired,
                };
            }

            foreach (var name in service.Links.Select(link => link.Service).Concat(Shared(service)))
            {
                yield return Use(NameRole.ComposeService, name, service, known);
            }
        }
    }

    /// <summary><c>network_mode: service:x</c>, and the same of <c>pid</c>, <c>ipc</c> and <c>volumes_from</c>.</summary>
    private static IEnumerable<Fact<string>> Shared(ComposeService service)
    {
        foreach (var mode in new[] { service.NetworkMode, service.Pid, service.Ipc })
        {
            if (mode is { Literal: { } text } && text.StartsWith("service:", StringComparison.Ordinal))
            {
                yield return new Fact<string>(text["service:".Length..], mode.Span);
            }
        }

        foreach (var volumes in service.VolumesFrom)
        {
            if (volumes.Literal is { } text && !text.StartsWith("container:", StringComparison.Ordinal))
            {
                yield return new Fact<string>(text.Split(':')[0], volumes.Span);
            }
        }
    }

    private static IEnumerable<NameUse> Volumes(ComposeStack stack)
    {
        var known = DeclaredNames.Of(stack.Project.Volumes, volume => volume.Name);
        return from service in stack.Project.Services
            from mount in service.Volumes
            where mount is { Type: ComposeMountType.Volume, Source: not null }
            let name = stack.Text(mount.Source)
            where name is { Length: > 0 } && !name.AsSpan().ContainsAny('/', '\\', '~') && name[0] != '.'
            select Use(NameRole.ComposeVolume, new Fact<string>(name, mount.Span), service, known) with
            {
                Doubt = service.Profiles.Count > 0 ? "the service starts only with its profile" : null,
            };
    }

    private static IEnumerable<NameUse> Networks(ComposeProject project)
    {
        var known = DeclaredNames.Of(project.Networks, network => network.Name);
        return from service in project.Services
            from network in service.Networks
            where network.Network.Value != "default"
            select Use(NameRole.ComposeNetwork, network.Network, service, known);
    }

    private static IEnumerable<NameUse> Grants(ComposeProject project)
    {
        var secrets = DeclaredNames.Of(project.Secrets, secret => secret.Name);
        var configs = DeclaredNames.Of(project.Configs, config => config.Name);
        return project.Services.SelectMany<ComposeService, NameUse>(service =>
            [
                .. service
                    .Secrets.Concat(service.Build?.Secrets ?? [])
                    .Select(grant => Use(NameRole.ComposeSecret, grant.Source, service, secrets)),
                .. service.Configs.Select(grant => Use(NameRole.ComposeConfig, grant.Source, service, configs)),
            ]
        );
    }

    private static NameUse Use(NameRole role, Fact<string> name, ComposeService service, DeclaredNames known) =>
        new(role, name.Value, name.Span, service.Name.Value, known.Find(name.Value))
        {
            Candidates = known.All,
            Related = service.Name.Span,
        };
}
