using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Dockerfiles;

/// <summary>One instruction of a stage. <paramref name="Span"/> is the whole of it, continued lines and here-documents included.</summary>
/// <remarks>Source: Dockerfile reference; each kind is named as there.</remarks>
public abstract record DockerInstruction(SourceSpan Span)
{
    /// <summary>COPY or ADD.</summary>
    /// <param name="Sources">As written, here-documents left out; nonsense such as <c>2&gt;/dev/null</c> included, as the tool would take it.</param>
    /// <param name="Destination">Null when it is missing.</param>
    public sealed record Copy(IReadOnlyList<Template> Sources, Template? Destination, SourceSpan Span) : DockerInstruction(Span)
    {
        public bool IsAdd { get; init; }

        /// <summary><c>--from</c>: a stage, an image, or a named context.</summary>
        public Template? From { get; init; }

        /// <summary>The earlier stage that <c>--from</c> names.</summary>
        public DockerStage? FromStage { get; init; }

        public Template? Chmod { get; init; }

        /// <summary><c>--chown</c>: the owner of what is copied; a directory that is there before keeps its own.</summary>
        public Template? Chown { get; init; }

        /// <summary><c>--parents</c>: the sources' directories are kept below the destination.</summary>
        public bool KeepsParents { get; init; }

        public IReadOnlyList<Template> Excludes { get; init; } = [];

        public IReadOnlyList<Heredoc> Heredocs { get; init; } = [];

        /// <summary>The first word that means something to a shell only (<c>2&gt;/dev/null</c>, <c>||</c>): COPY takes it, and everything behind it, for a path.</summary>
        public Template? ShellSyntax =>
            Sources.Concat(Destination is { } last ? [last] : []).Skip(1).FirstOrDefault(word => IsShellSyntax(word.Raw));

        private static bool IsShellSyntax(string word) =>
            word is "||" or "&&" or "|" or ";" or ['>', ..] or ['1' or '2' or '&', '>', ..] or ['<', not '<', ..];
    }

    /// <summary>RUN.</summary>
    public sealed record Run(CommandLine Command, SourceSpan Span) : DockerInstruction(Span)
    {
        public IReadOnlyList<BuildMount> Mounts { get; init; } = [];

        public Template? Network { get; init; }

        public IReadOnlyList<Heredoc> Heredocs { get; init; } = [];

        /// <summary>A command removes files, and a file of that name may be one of them: the name, a pattern or a variable is in the instruction.</summary>
        public bool MayRemove(string name) =>
            Span.Text.Contains("rm ", StringComparison.Ordinal)
            && (Span.Text.Contains(name, StringComparison.Ordinal) || Span.Text.AsSpan().ContainsAny("*$"));
    }

    /// <summary>One variable of an ENV.</summary>
    public sealed record Env(Fact<string> Name, Template Value, SourceSpan Span) : DockerInstruction(Span)
    {
        /// <summary>Name and value: where a report points in a long ENV.</summary>
        public SourceSpan Pair => Name.Span.To(Value.Span);
    }

    /// <summary>One name of an ARG.</summary>
    public sealed record Arg(Fact<string> Name, Template? Default, SourceSpan Span) : DockerInstruction(Span)
    {
        /// <summary>The ARG before the first FROM that this one brings into its stage, default and all.</summary>
        public Arg? Global { get; init; }

        public Template? EffectiveDefault => Default ?? Global?.EffectiveDefault;
    }

    /// <summary>WORKDIR; a relative path goes on from the directory before.</summary>
    public sealed record Workdir(Template Path, SourceSpan Span) : DockerInstruction(Span);

    /// <summary>USER.</summary>
    public sealed record User(Template Name, Template? Group, SourceSpan Span) : DockerInstruction(Span);

    /// <summary>One word of an EXPOSE.</summary>
    /// <param name="Port">The port, or the first of a range; null when it is computed or no number.</param>
    /// <param name="Last">The last of a range; otherwise the same as the port.</param>
    public sealed record Expose(Template Text, int? Port, int? Last, string Protocol, SourceSpan Span) : DockerInstruction(Span);

    /// <summary>CMD.</summary>
    public sealed record Cmd(CommandLine Command, SourceSpan Span) : DockerInstruction(Span);

    /// <summary>ENTRYPOINT.</summary>
    public sealed record Entrypoint(CommandLine Command, SourceSpan Span) : DockerInstruction(Span);

    /// <summary>HEALTHCHECK; without a command it is NONE: the one inherited is switched off.</summary>
    public sealed record Healthcheck(CommandLine? Command, SourceSpan Span) : DockerInstruction(Span)
    {
        public Template? Interval { get; init; }

        public Template? Timeout { get; init; }

        public Template? StartPeriod { get; init; }

        public Template? StartInterval { get; init; }

        public Template? Retries { get; init; }
    }

    /// <summary>One path of a VOLUME.</summary>
    public sealed record Volume(Template Path, SourceSpan Span) : DockerInstruction(Span);

    /// <summary>One key of a LABEL.</summary>
    public sealed record Label(Fact<string> Name, Template Value, SourceSpan Span) : DockerInstruction(Span);

    /// <summary>SHELL: what runs the shell forms after it.</summary>
    public sealed record Shell(IReadOnlyList<Fact<string>> Words, SourceSpan Span) : DockerInstruction(Span);

    /// <summary>STOPSIGNAL.</summary>
    public sealed record StopSignal(Template Signal, SourceSpan Span) : DockerInstruction(Span);

    /// <summary>ONBUILD: runs in a build that uses this image as its base.</summary>
    public sealed record OnBuild(IReadOnlyList<DockerInstruction> Inner, SourceSpan Span) : DockerInstruction(Span);

    /// <summary>MAINTAINER, deprecated.</summary>
    public sealed record Maintainer(Fact<string> Name, SourceSpan Span) : DockerInstruction(Span);
}
