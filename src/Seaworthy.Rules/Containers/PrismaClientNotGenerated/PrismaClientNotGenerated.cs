using Seaworthy.Model;

namespace Seaworthy.Rules.Containers;

/// <summary>An image installs the client of Prisma, and nothing in it writes the client's code from the schema.</summary>
/// <remarks>Source: Prisma documentation, "Generating Prisma Client": the installation of <c>@prisma/client</c> generates where it finds a schema; without one it goes on.</remarks>
internal sealed class PrismaClientNotGenerated : Rule<PrismaImage>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/prisma-client-not-generated",
            Title = "Prisma client not generated",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "The package is a stub until `prisma generate` fills it: the build lacks its types, and the program stops with \"@prisma/client did not initialize yet\".",
            Holds = "The image generates the client of Prisma.",
        };

    public override IEnumerable<PrismaImage> Subjects(Deployment deployment) =>
        PrismaImage.Of(deployment).DistinctBy(image => image.Image.Name);

    protected override Subject Identify(PrismaImage subject) => new(subject.Image.Name, subject.Image.Dockerfile.File.Whole);

    protected override IEnumerable<Verdict> Check(PrismaImage subject, Deployment deployment)
    {
        if (subject.IsGenerated(deployment))
        {
            yield break;
        }

        yield return Fail(
                subject.Install.Command.Span,
                $"{subject.Image.Name} installs `{PrismaImage.Client}` before {subject.Schema.File.Path} is there, and nothing runs `prisma generate` later."
            )
            .Related(subject.Package.FindDependency(PrismaImage.Client)?.Span)
            .Remedy(
                $"Add `RUN npx prisma generate` to {subject.Image.Dockerfile.File.Path}, behind the COPY of {subject.Schema.File.Path} and before the build."
            )
            .Verify(BuiltImage.Build(subject.Image));
    }
}
