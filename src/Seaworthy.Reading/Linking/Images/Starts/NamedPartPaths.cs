using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>Whether an image holds what the manifests name that its commands load. All that one manifest misses is one use of a path: one COPY is missing.</summary>
internal static class NamedPartPaths
{
    public static IEnumerable<PathUse> Find(Deployment deployment)
    {
        NamedParts parts = new(deployment);
        DotNetParts projects = new(deployment);
        RustCompiledFiles rust = new(deployment);
        Dictionary<string, EarlierCommands> edits = new(StringComparer.Ordinal);
        return from image in deployment.Images
            let uses = image.Stages.SelectMany(stage => Of(image, stage)).ToList()
            // This needs every COPY of the image, and most images have nothing to report.
            where uses.Count > 0 && image.Build.ContextMayHoldMoreBecause is null && !IsBuiltFromElsewhere(image, deployment.Tree)
            from use in uses
            select use;

        IEnumerable<PathUse> Of(Image image, ImageStage stage) =>
            stage
                .Commands.Where(command => command.IsDemanded)
                .SelectMany(command =>
                    parts
                        .Of(stage, command)
                        .Concat(projects.Of(image, stage, command).Where(found => found.Files.Count > 0))
                        .Concat(rust.Of(image, stage, command))
                        .Where(found => !IsEdited(stage, command, found, edits))
                        .Select(found => Use(image, stage, command, found))
                )
                .OfType<PathUse>()
                .DistinctBy(use => use.FromSpan ?? use.Span);
    }

    /// <summary>A build whose context lacks a copied file; the contents of the image follow from that.</summary>
    private static bool IsBuiltFromElsewhere(Image image, RepositoryTree tree) =>
        CopySources.Of(image, tree).Any(use => use.Role == PathRole.CopySource && use.Answer.IsMissing);

    private static PathUse? Use(Image image, ImageStage stage, StageCommand command, ManifestParts parts)
    {
        var answers = parts
            .Files.Select(file => new
            {
                File = file,
                Answer = command.Before.Find(ImagePath.Join(parts.Directory, file.Value) ?? file.Value),
            })
            .ToList();
        var absent = answers.FindAll(pair => pair.Answer.Presence is Presence.Absent or Presence.IgnoredByDocker or Presence.IgnoredByGit);
        if (absent.Count == 0 && answers.Exists(pair => pair.Answer.Presence == Presence.Unknown))
        {
            return null;
        }

        var first = absent.Count > 0 ? absent[0] : answers[0];
        var named = Named(parts, first.File, absent.Count - 1);
        return new PathUse(PathRole.BuildCommandFile, named, command.Command.Span, image.Name, first.Answer)
        {
            From = $"{command.Directory} of {(stage.Declared.Name is { } name ? $"stage {name.Value}" : "the stage")}",
            FromSpan = absent.Count > 0 ? first.File.Span : null,
            Tool = parts.Tool,
            MadeBy = parts.MadeBy,
            IsAssumed = image.Build.IsAssumed,
            IsConditional = parts.IsOnlyTold,
        };
    }

    private static string Named(ManifestParts parts, Fact<string> first, int others) =>
        $"{first.Value}{(others > 0 ? $" and {others} more" : "")}, {parts.Why}";

    /// <summary>A command before takes members out of the manifest, or writes another one.</summary>
    private static bool IsEdited(ImageStage stage, StageCommand command, ManifestParts parts, Dictionary<string, EarlierCommands> edits)
    {
        var name = parts.Manifest.Name;
        if (!edits.TryGetValue(name, out var naming))
        {
            edits[name] = naming = new(before => before.Command.Words.Any(word => word.Raw.EndsWith(name, StringComparison.Ordinal)));
        }

        return naming.StandBefore(stage, command);
    }
}
