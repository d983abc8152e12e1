using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>A script asks Terraform for an output that the configuration does not have.</summary>
internal sealed class TerraformOutputUndefined : Rule<TerraformOutputUndefined.AskedOutput>
{
    private static readonly PerDeployment<ILookup<string, TerraformFile>> Files = new(deployment =>
        deployment.Of<TerraformFile>().Where(file => !file.IsValues).ToLookup(file => file.File.Directory, StringComparer.Ordinal)
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/terraform-output-undefined",
            Title = "Undefined Terraform output",
            Area = Area.Platforms,
            Severity = Severity.High,
            Rationale =
                "`terraform output NAME` fails for a name that no `output` block has, and the variable stays empty or takes the fallback.",
            Holds = "Every output that a script asks for is defined.",
        };

    public override IEnumerable<AskedOutput> Subjects(Deployment deployment) =>
        from site in deployment.Commands
        where site.Command.Program is "terraform" or "tofu" && Name(site.Command) is not null
        let name = Name(site.Command)
        let directories = Directories(site).Where(Files.Of(deployment).Contains).ToList()
        where directories.Count == 1
        select new AskedOutput(site, name, directories[0], [.. Files.Of(deployment)[directories[0]]]);

    protected override Subject Identify(AskedOutput subject) => new($"{subject.Site.Subject}: {subject.Name}", subject.Name.Span);

    protected override IEnumerable<Verdict> Check(AskedOutput subject, Deployment deployment)
    {
        var (site, name, directory, files) = subject;
        var known = files.SelectMany(file => file.Body.Of("output")).Select(output => output.Label(0)).ToList();
        if (known.Contains(name.Literal ?? ""))
        {
            yield break;
        }

        var place = directory.Length == 0 ? "the root" : directory;
        var isReplaced = site.Command.FailureIsMasked || site.Command.HasFallback;
        var message =
            $"{site.Subject} asks Terraform for the output `{name}`, which {place} does not define: {(isReplaced ? "it always takes the fallback" : "the command fails")}.";
        yield return (site.Command.IsConditional && !isReplaced ? Warn(name.Span, message) : Fail(name.Span, message))
            .As(isReplaced ? Severity.Medium : Severity.High)
            .Related(files.SelectMany(file => file.Body.Of("output")).Take(1).Select(output => output.Span), "the outputs are here")
            .Remedy($"Define `output \"{name}\"` in {place}{Meant(name.Literal ?? "", known)}.")
            .Verify($"git grep -nE {$"output +\"{name}\""} -- {(directory.Length == 0 ? "." : directory)}   # must find it");
    }

    private static string Meant(string name, List<string> known) => NearMiss.Of(name, known) is { } near ? $", or ask for `{near}`" : "";

    /// <summary>What stands behind <c>output</c>; null for all of them.</summary>
    private static ShellWord? Name(ShellCommand command)
    {
        var words = command
            .Arguments.SkipWhile(word => word.Literal != "output")
            .Skip(1)
            .Where(word => word.Literal is not ['-', ..])
            .ToList();
        return words is [{ Literal: { Length: > 0 } } only] ? only : null;
    }

    private static IEnumerable<string> Directories(CommandSite site) =>
        site.Command.Arguments.FirstOrDefault(word => word.Raw.StartsWith("-chdir=", StringComparison.Ordinal)) is { } chosen
            ? site
                .Directories.Select(directory =>
                    chosen.Literal is { } path ? RepositoryPath.Join(directory, path["-chdir=".Length..]) : null
                )
                .OfType<string>()
            : site.Directories;

    /// <summary>An output that a command asks for.</summary>
    internal sealed record AskedOutput(CommandSite Site, ShellWord Name, string Directory, IReadOnlyList<TerraformFile> Files);
}
