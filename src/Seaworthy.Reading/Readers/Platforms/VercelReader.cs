using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using static Seaworthy.Reading.Readers.Platforms.PlatformValues;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads vercel.json (and its older name, now.json).</summary>
/// <remarks>Source: Vercel documentation, "Project Configuration".</remarks>
internal sealed class VercelReader : Reader
{
    private static readonly string[] BuildSettings = ["buildCommand", "installCommand", "outputDirectory", "framework"];

    public override bool Accepts(string path) => path[(path.LastIndexOf('/') + 1)..] is "vercel.json" or "now.json";

    public override Artifact? Read(FileSyntax file)
    {
        var syntax = file.Json;
        if (syntax.Root is not MappingNode root)
        {
            return syntax.Problems.Count > 0 ? new VercelConfig(file.File) { Problems = syntax.Problems } : null;
        }

        return new VercelConfig(file.File)
        {
            Framework = root["framework"]?.Fact,
            InstallCommand = Command(root["installCommand"]),
            BuildCommand = Command(root["buildCommand"]),
            Builds = [.. Mappings(root["builds"]).Select(node => new VercelBuild(node["src"]?.Fact, node["use"]?.Fact, node.Span))],
            BuildsSpan = root.Pairs.FirstOrDefault(entry => entry.Key == "builds")?.KeySpan,
            BuildSettings =
            [
                .. root
                    .Pairs.Where(entry => BuildSettings.Contains(entry.Key) && entry.Value.Text is { Length: > 0 })
                    .Select(entry => new Fact<string>(entry.Key, entry.Span)),
            ],
            Rewrites = [.. Rewrites(root)],
            FilesFirst = Mappings(root["routes"]).FirstOrDefault(node => node["handle"]?.Fact?.Value == "filesystem")?.Span,
            Functions = [.. (root["functions"]?.Entries ?? []).Select(Function)],
            Crons = [.. Mappings(root["crons"]).Select(node => new VercelCron(node["path"]?.Fact, node["schedule"]?.Fact, node.Span))],
            Env = [.. Env(root["env"], null), .. Env(root.At("build", "env"), "build")],
            Problems =
                file.File.Name == "now.json"
                    ? syntax.Problems
                    : [.. syntax.Problems, .. UnknownKeys(root, VercelKeys.Top, "vercel.json"), .. TwoForms(root)],
        };
    }

    /// <remarks>Source: Vercel documentation, "Error List", "Conflicting functions and builds configuration".</remarks>
    private static IEnumerable<Problem> TwoForms(MappingNode root)
    {
        if (root.Find("functions") is { } functions && root.Find("builds") is { } builds)
        {
            yield return new Problem(ProblemKind.InvalidValue, "'functions' cannot be used together with 'builds'", functions.KeySpan)
            {
                Related = builds.KeySpan,
                Remedy = "Remove `builds`, or move what `functions` says into its `config`",
            };
        }
    }

    private static IEnumerable<PlatformRewrite> Rewrites(MappingNode root)
    {
        foreach (var entry in root.Pairs)
        {
            var kind = entry.Key switch
            {
                "routes" => "route",
                "rewrites" => "rewrite",
                "redirects" => "redirect",
                _ => null,
            };
            foreach (var node in kind is null ? [] : Mappings(entry.Value))
            {
                if ((node["source"] ?? node["src"])?.Fact is { } from)
                {
                    yield return new PlatformRewrite(kind ?? "", from, (node["destination"] ?? node["dest"])?.Fact, node.Span)
                    {
                        Status = (node["statusCode"] ?? node["status"])?.Fact,
                    };
                }
            }
        }
    }

    private static VercelFunction Function(NodeEntry entry) =>
        new(Name(entry), entry.Span) { Runtime = entry.Value["runtime"]?.Fact, Memory = Number(entry.Value["memory"]) };

    /// <summary>A value that begins with <c>@</c> names a stored secret.</summary>
    private static IEnumerable<PlatformVariable> Env(Node? node, string? scope) =>
        Variables(node, scope)
            .Select(variable =>
                variable.Value is { Value: ['@', ..] } secret
                    ? variable with
                    {
                        Value = null,
                        Origin = PlatformVariableOrigin.Secret,
                        Reference = new Fact<string>(secret.Value[1..], secret.Span),
                    }
                    : variable
            );
}
