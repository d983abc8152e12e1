using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A repository file that a program needs at startup and that no instruction puts into the image.</summary>
internal abstract class LeftOutFileRule : Rule<StartImports>
{
    private const int MostPlaces = 6;

    /// <summary>What the program does with it: <c>imports</c>.</summary>
    protected abstract string Verb { get; }

    protected abstract IReadOnlyList<LeftOutFile> LeftOut(StartImports start);

    /// <summary>With which the program ends.</summary>
    protected abstract string Error(StartImports start);

    /// <summary>What further ones are called, after their number.</summary>
    protected virtual string Others => "";

    /// <summary>Why it may be found all the same; null when nothing suggests it.</summary>
    protected virtual string? Doubt(StartImports start) => null;

    /// <summary>A module is looked for by its name alone; its file has an extension.</summary>
    private static string Target(LeftOutFile file) =>
        Path.GetExtension(file.Source) is { Length: > 0 } extension && !file.Answer.Looked.EndsWith(extension, StringComparison.Ordinal)
            ? file.Answer.Looked + extension
            : file.Answer.Looked;

    protected sealed override Subject Identify(StartImports subject) => new(subject.Subject, subject.Span, subject.Tool);

    protected sealed override IEnumerable<Verdict> Check(StartImports subject, Deployment deployment)
    {
        var all = LeftOut(subject);
        if (all is not [var first, ..])
        {
            yield break;
        }

        var more = all.Count > 1 ? $" (and {all.Count - 1} more{Others})" : "";
        var reason = first.Answer is { Presence: Presence.IgnoredByDocker, Because: { } ignored }
            ? $"{ignored} excludes {first.Source}"
            : $"nothing copies {first.Source}{more} into the image";
        var said = subject is { Tool: { } tool, Entry: { } entry }
            ? $"{subject.Subject} runs `{tool}`, whose {entry} {Verb} `{first.Name}`, but {reason}"
            : $"{subject.Subject} {Verb} `{first.Name}` at startup, but {reason}";
        if (Doubt(subject) is { } why)
        {
            yield return Unknown(first.Span, $"{said}; unknown whether it is found elsewhere: {why}.");
            yield break;
        }

        var isServed = all.All(file => file.IsServed);
        var message = isServed
            ? $"{subject.Subject} serves `{first.Name}`, but {reason}: every request for it is answered with 404."
            : $"{said}: the {(subject.Tool is null ? "program" : "build")} fails with `{Error(subject)}`.";
        // Where nothing here builds the image, its context is a guess.
        var verdict = subject.Image.Build.IsAssumed ? Warn(first.Span, message).As(Severity.Medium) : Fail(first.Span, message);
        yield return (isServed && !subject.Image.Build.IsAssumed ? verdict.As(Severity.High) : verdict)
            .Related(first.Through, "loads it")
            .Related(subject.Span, subject.Tool is null ? "starts the program" : "loads the settings")
            .Related(first.Answer.Because)
            .Related(all.Skip(1).Take(MostPlaces).Select(other => other.Span))
            .Remedy(
                $"Copy {NameList.Of([.. all.DistinctBy(file => file.Source).Select(file => $"`{file.Source}` to `{Target(file)}`")], MostPlaces)} in {subject.Image.Name}{(subject.Tool is null ? "" : ", before this command")}."
            )
            .Verify(
                subject.Tool is null
                    ? $"docker run --rm --entrypoint ls {BuiltImage.Built(subject.Image)} {first.Answer.Looked}"
                    : BuiltImage.Build(subject.Image)
            );
    }
}
