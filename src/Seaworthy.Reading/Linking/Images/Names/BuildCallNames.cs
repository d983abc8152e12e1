using System.Collections.Frozen;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Calls;

namespace Seaworthy.Reading.Linking.Images.Names;

/// <summary>What the callers of a Dockerfile name in it: the stage to build, and build arguments.</summary>
internal static class BuildCallNames
{
    // Always there: proxies, and the builder's own settings. Source: Dockerfile reference, "Predefined ARGs", "BuildKit built-in build args".
    private static readonly FrozenSet<string> Predefined = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "FTP_PROXY",
        "NO_PROXY",
        "ALL_PROXY",
        "SOURCE_DATE_EPOCH",
        "TARGETPLATFORM",
        "TARGETOS",
        "TARGETARCH",
        "TARGETVARIANT",
        "BUILDPLATFORM",
        "BUILDOS",
        "BUILDARCH",
        "BUILDVARIANT"
    );

    /// <summary>One list of arguments for the images of a matrix: what one of them declares is not lost on the others.</summary>
    public static IEnumerable<NameUse> Find(Deployment deployment) =>
        All(deployment)
            .GroupBy(use => new
            {
                use.Role,
                use.Name,
                use.Span,
            })
            .SelectMany(same => same.Any(use => use.Definition is not null) ? same.Where(use => use.Definition is not null) : same);

    private static IEnumerable<NameUse> All(Deployment deployment)
    {
        var files = deployment.Of<Dockerfile>().ToDictionary(file => file.File.Path, StringComparer.Ordinal);
        foreach (var call in BuildCalls.Find(deployment))
        {
            if (call.Dockerfile is null || !files.TryGetValue(call.Dockerfile, out var file) || file.Stages.Count == 0)
            {
                continue;
            }

            if (call.Target is { Value.Length: > 0 } target)
            {
                yield return new NameUse(NameRole.BuildTarget, target.Value, target.Span, call.Caller, file.FindStage(target.Value)?.Span)
                {
                    In = file.File.Path,
                    Candidates = [.. file.Stages.Select(stage => stage.Name?.Value).OfType<string>()],
                    Related = file.Stages[^1].Span,
                };
            }

            foreach (
                var argument in call.Arguments.Where(argument => IsJudged(argument.Name) && !ChangesNothing(deployment, file, argument))
            )
            {
                yield return Argument(deployment, call, file, argument);
            }
        }
    }

    private static bool IsJudged(string name) =>
        name.Length > 0 && !Predefined.Contains(name) && !name.StartsWith("BUILDKIT_", StringComparison.Ordinal);

    /// <summary>The Dockerfile drops the very value to which the code of the bundle falls back.</summary>
    private static bool ChangesNothing(Deployment deployment, Dockerfile file, BuildArgument argument) =>
        argument.Value?.Text is { } value
        && !argument.Span.Line.Contains('$', StringComparison.Ordinal)
        && PublicVariables.IsPublic(argument.Name)
        && Declared(file, argument.Name) is null
        && !HasValue(file, argument.Name)
        && !References(file, argument.Name).Any()
        && BundleSteps.FallBackTo(value, deployment, file, argument.Name);

    private static DockerInstruction.Arg? Declared(Dockerfile file, string name) =>
        file.GlobalArgs.FirstOrDefault(arg => arg.Name.Value == name)
        ?? file.Stages.SelectMany(stage => stage.Instructions)
            .OfType<DockerInstruction.Arg>()
            .FirstOrDefault(arg => arg.Name.Value == name);

    private static NameUse Argument(Deployment deployment, BuildCall call, Dockerfile file, BuildArgument argument)
    {
        if (TooLate(deployment, file, argument.Name) is { } found)
        {
            return new NameUse(NameRole.BuildArgument, argument.Name, argument.Span, call.Caller, null)
            {
                In = file.File.Path,
                LateDefinition = found.Late,
                Related = found.Step,
            };
        }

        var declared = Declared(file, argument.Name);
        var use = new NameUse(NameRole.BuildArgument, argument.Name, argument.Span, call.Caller, declared?.Span)
        {
            In = file.File.Path,
            Candidates =
            [
                .. file
                    .GlobalArgs.Concat(file.Stages.SelectMany(stage => stage.Instructions).OfType<DockerInstruction.Arg>())
                    .Select(arg => arg.Name.Value)
                    .Distinct(StringComparer.Ordinal),
            ],
            // Without any need of it in the Dockerfile, the argument may be a leftover that changes nothing.
            Related =
                declared is null
                && !HasValue(file, argument.Name)
                && Needs(deployment, file, argument.Name) is { } need
                && IsBuilt(call, file, need)
                    ? need
                    : null,
        };
        return declared is not null ? use
            : use.Related is not null ? use
            : use with
            {
                IsConditional = true,
                NeededAt = References(file, argument.Name).FirstOrDefault()?.Span,
                Meant = BaseArgument(call, file, argument.Name),
            };
    }

    /// <summary>The one argument that the Dockerfile takes, for its base image, when the call passes another with the same ending: <c>GRAFANA_VERSION</c> for <c>PROMETHEUS_VERSION</c>.</summary>
    private static Fact<string>? BaseArgument(BuildCall call, Dockerfile file, string passed) =>
        file.GlobalArgs is [{ Name: var name }]
        && !file.Stages.SelectMany(stage => stage.Instructions).OfType<DockerInstruction.Arg>().Any()
        && file.Stages.Any(stage => stage.Base.Variables.Any(part => part.Variable == name.Value))
        && call.Arguments.Count(argument => IsJudged(argument.Name)) == 1
        && passed.LastIndexOf('_') is > 0 and var end
        && name.Value.EndsWith(passed[end..], StringComparison.Ordinal)
            ? name
            : null;

    /// <summary>The call builds the stage in which the place stands, or builds upon it.</summary>
    private static bool IsBuilt(BuildCall call, Dockerfile file, SourceSpan place)
    {
        var stage = file.Stages.LastOrDefault(stage => stage.Span.Start <= place.Start);
        for (var at = call.Target is { } target ? file.FindStage(target.Value) : null; at is not null && at != stage; at = at.BaseStage)
        {
            if (at.Instructions.OfType<DockerInstruction.Copy>().Any(copy => copy.FromStage is not null))
            {
                return true;
            }

            if (at.BaseStage is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Every declaration stands behind the step that puts the value into a bundle.</summary>
    private static (SourceSpan Late, SourceSpan Step)? TooLate(Deployment deployment, Dockerfile file, string name)
    {
        var stages = file.Stages.SelectMany(stage => stage.Instructions).ToList();
        return
            stages.OfType<DockerInstruction.Arg>().FirstOrDefault(arg => arg.Name.Value == name) is { } first
            && file.GlobalArgs.All(arg => arg.Name.Value != name)
            && PublicVariables.IsPublic(name)
            && BundleSteps.Of(deployment, file, name) is { } step
            && step.Start < first.Span.Start
            && !stages.OfType<DockerInstruction.Env>().Any(env => env.Name.Value == name && env.Span.Start < step.Start)
            ? (first.Span, step)
            : null;
    }

    private static bool HasValue(Dockerfile file, string name) =>
        file
            .Stages.SelectMany(stage => stage.Instructions)
            .OfType<DockerInstruction.Env>()
            .Any(env => env.Name.Value == name && env.Value.Raw.Length > 0);

    private static IEnumerable<DockerInstruction> References(Dockerfile file, string name) =>
        file
            .Stages.SelectMany(stage => stage.Instructions)
            .Where(instruction =>
                instruction.Span.Text.Contains("$" + name, StringComparison.Ordinal)
                || instruction.Span.Text.Contains("${" + name, StringComparison.Ordinal)
            );

    /// <summary>Where the Dockerfile would use the value: a reference to it, or the build of a site that takes its variables from the build's environment. What a label says harms nobody.</summary>
    private static SourceSpan? Needs(Deployment deployment, Dockerfile file, string name)
    {
        var reference = References(file, name)
            .FirstOrDefault(instruction =>
                // A label harms nobody, and what runs in the container asks the container's environment.
                instruction
                    is not (
                        DockerInstruction.Label
                        or DockerInstruction.Healthcheck
                        or DockerInstruction.Cmd
                        or DockerInstruction.Entrypoint
                    )
            );
        if (reference is not null)
        {
            return reference.Span;
        }

        return PublicVariables.IsPublic(name) ? BundleSteps.Of(deployment, file, name) : null;
    }
}
