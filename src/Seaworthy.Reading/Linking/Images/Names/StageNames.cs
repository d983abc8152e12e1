using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Names;

/// <summary>What <c>COPY --from</c>, <c>RUN --mount=from</c> and FROM name: a stage above, or else an image that a registry must hold.</summary>
/// <remarks>Source: Dockerfile reference, "COPY --from"; "FROM".</remarks>
internal static class StageNames
{
    // Every reference of a long file that leads nowhere could have meant all the stages above it.
    private static readonly ConditionalWeakTable<Dockerfile, ArraySegment<string>[]> Above = [];

    // What people call stages, and no registry an official image.
    private static readonly FrozenSet<string> Usual = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "builder build base deps dependencies development dev production prod prod-deps runtime runner release final test tests compile compiler installer backend frontend frontend-builder backend-builder app".Split(
            ' '
        )
    );

    public static IEnumerable<NameUse> Find(Deployment deployment)
    {
        var named = deployment
            .Images.SelectMany(image => image.Build.ContextNames, (image, name) => new { image.Dockerfile.File.Path, name })
            .ToHashSet();
        var built = ImagesMadeHere(deployment);
        return deployment
            .Of<Dockerfile>()
            .SelectMany(file => Find(file, name => named.Contains(new { file.File.Path, name }) || built.Contains(name)));
    }

    /// <summary>Names without a registry that compose services give to what they build.</summary>
    private static HashSet<string> ImagesMadeHere(Deployment deployment) =>
        deployment
            .ComposeStacks.SelectMany(stack => stack.Project.Services)
            .Select(service => service.Image?.Literal)
            .Concat(PushedNames.Of(deployment).Select(pair => pair.Name))
            .OfType<string>()
            .Select(ImageNames.WithoutTag)
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<NameUse> Find(Dockerfile file, Func<string, bool> isGiven)
    {
        foreach (var stage in file.Stages)
        {
            if (stage.BaseStage is null && Use(file, stage, stage.Base, isGiven) is { } from)
            {
                yield return from;
            }

            foreach (var copy in stage.Instructions.OfType<DockerInstruction.Copy>())
            {
                if (copy.FromStage is { } known)
                {
                    yield return new NameUse(
                        NameRole.DockerStage,
                        copy.From?.Raw ?? "",
                        copy.From?.Span ?? copy.Span,
                        file.File.Path,
                        known.Span
                    );
                }
                else if (copy.From is { } written && Use(file, stage, written, isGiven) is { } use)
                {
                    yield return use;
                }
            }

            foreach (var mount in stage.Instructions.OfType<DockerInstruction.Run>().SelectMany(run => run.Mounts))
            {
                if (
                    mount.From is { Literal: { } name } written
                    && file.StageBefore(stage, name) is null
                    && !IsIndexBefore(stage, name)
                    && Use(file, stage, written, isGiven) is { } use
                )
                {
                    yield return use;
                }
            }
        }
    }

    /// <summary>For each stage the names of those above it, as parts of one list.</summary>
    private static ArraySegment<string>[] Names(Dockerfile file)
    {
        string[] all = [.. file.Stages.Select(stage => stage.Name?.Value).OfType<string>()];
        var count = 0;
        return [.. file.Stages.Select(stage => new ArraySegment<string>(all, 0, stage.Name is null ? count : count++))];
    }

    private static bool IsIndexBefore(DockerStage stage, string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < stage.Index
        && name == index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Null for what can only be an image.</summary>
    private static NameUse? Use(Dockerfile file, DockerStage stage, Template written, Func<string, bool> isGiven)
    {
        if (
            written.Literal is not { Length: > 0 } name
            || name is "scratch"
            || name.AsSpan().ContainsAny("/:@.")
            || isGiven(name)
            || PublicImages.Find(name) is not null
        )
        {
            return null;
        }

        var later = file.Named(name).FirstOrDefault(other => other.Index >= stage.Index);
        var isStage = later is not null || name.All(char.IsAsciiDigit) || Usual.Contains(name);
        // Docker Hub has no image of that name, and the file has stages that may be meant.
        var above = Above.GetValue(file, Names)[stage.Index];
        var isNobodys = above.Count > 0 && ImageReference.Parse(name) is { } image && OfficialNames.IsNobodys(image);
        return new NameUse(NameRole.DockerStage, name, written.Span, file.File.Path, null)
        {
            In = file.File.Path,
            Related = later?.Span,
            Candidates = above,
            Doubt = isStage || !isNobodys ? null : "the builder's machine may have an image of that name",
            UnknownBecause = isStage || isNobodys ? null : "it may be an image of a registry or of the builder's machine",
        };
    }
}
