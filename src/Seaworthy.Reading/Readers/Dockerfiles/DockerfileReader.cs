using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Dockerfile;
using DockerfileFacts = Seaworthy.Model.Declared.Dockerfiles.Dockerfile;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>Dockerfiles and Containerfiles, under any of their usual names.</summary>
internal sealed class DockerfileReader : Reader
{
    public override bool Accepts(string path) => DockerfileName.Matches(path);

    public override Artifact? Read(FileSyntax file)
    {
        if (file.File.Text.Contains('\0', StringComparison.Ordinal))
        {
            return new DockerfileFacts(file.File) { Problems = [new Problem(ProblemKind.Syntax, "the file is empty", file.File.Whole)] };
        }

        if (IsTemplate(file.File.Text))
        {
            return null;
        }

        var facts = Read(MappedText.Of(file.File));
        return facts.Stages.Count > 0 || !DockerfileName.NeedsProof(file.File.Path) ? facts : null;
    }

    /// <summary>A Dockerfile comes of it where Jinja is done: a line is a statement of its.</summary>
    private static bool IsTemplate(string text)
    {
        if (!text.Contains("{%", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.TrimStart() is ['{', '%', ..] && line.TrimEnd() is [.., '%', '}'])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A Dockerfile written inside another file; its places are that file's.</summary>
    public static DockerfileFacts Read(MappedText text) => StageAssembly.Assemble(text.File, DockerfileParser.Parse(text));
}
