using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Programs of one language that containers start in images of another: <c>command: celery …</c> on a build of <c>node</c>.</summary>
/// <remarks>Source: Docker Hub: node, python, php, ruby, golang, eclipse-temurin: each holds its own language, and Python without packages at most.</remarks>
internal static class ForeignPrograms
{
    private static readonly Family[] Families =
    [
        new(
            ["python", "pypy"],
            [
                "celery",
                "gunicorn",
                "uvicorn",
                "hypercorn",
                "daphne",
                "flask",
                "alembic",
                "django-admin",
                "streamlit",
                "dramatiq",
                "arq",
                "rq",
                "taskiq",
                "airflow",
            ],
            ["pip", "python", "conda", "uv", "poetry", "pdm"]
        ),
        new(
            ["node", "oven/bun"],
            ["npm", "npx", "yarn", "pnpm", "next", "pm2", "pm2-runtime", "nodemon"],
            ["node", "npm", "nvm", "yarn", "pnpm", "bun", "volta", "fnm"]
        ),
        new(["ruby", "jruby"], ["rails", "rake", "puma", "sidekiq", "unicorn"], ["ruby", "gem", "bundle", "rbenv", "rvm"]),
        new(["php", "composer"], ["php", "php-fpm", "artisan"], ["php"]),
        new(["eclipse-temurin", "openjdk", "amazoncorretto", "maven", "gradle"], ["java"], ["java", "jdk", "jre", "sdkman"]),
        new(["golang"], [], []),
    ];

    public static IEnumerable<ProgramUse> Of(Startup startup)
    {
        if (
            startup is not { Image: { } image, UnknownBecause: null, IsForDevelopment: false }
            || startup.Workload?.Mounts.Any(mount => mount.Path.Contains("/bin", StringComparison.Ordinal)) == true
            || Own(image) is not { } own
        )
        {
            yield break;
        }

        foreach (var command in startup.Programs.Where(IsPlain))
        {
            var word = command.Words[0];
            if (
                word.Literal is { } program
                && Array.Find(Families, family => Array.IndexOf(family.Programs, program) >= 0) is { } family
                && family != own
                && !image.Stages.Any(stage => MayBring(stage, family, program))
            )
            {
                var bottom = ProgramUses.Bottom(image, image.Final);
                yield return new ProgramUse(startup.Subject, program, word.Span, new PathAnswer(Presence.Absent, program))
                {
                    Base = bottom.Base.Text ?? "",
                    BaseAt = bottom.Declared.Base.Span,
                    IsStart = true,
                    IsDemanded = startup.Programs.Count == 1,
                };
            }
        }
    }

    private static bool IsPlain(ShellCommand command) =>
        command is { Words.Count: > 0, IsConditional: false, Function: null, FailureIsMasked: false, Loop: null, Joint: not "||" };

    /// <summary>The language of an image, all of whose stages are public images with one language each.</summary>
    private static Family? Own(Image image) =>
        image.Stages.Any(stage => stage.BuiltUpon is not null || Of(stage) is null) ? null : Of(image.Final);

    private static Family? Of(ImageStage stage) =>
        stage.PublicBase is { } known ? Array.Find(Families, family => Array.IndexOf(family.Bases, known.Name) >= 0) : null;

    /// <summary>The stage is one of the other language, or some word of it tells of an installation.</summary>
    private static bool MayBring(ImageStage stage, Family family, string program) =>
        Of(stage) == family
        || stage.Declared.Instructions.Any(instruction =>
            instruction switch
            {
                DockerInstruction.Run run => family.Traces.Append(program).Any(run.Span.Mentions),
                DockerInstruction.Env env => env.Name.Value == "PATH" && family.Traces.Any(env.Span.Mentions),
                DockerInstruction.Copy copy => (copy.From is not null && copy.FromStage is null)
                    || copy.IsAdd
                    || copy.Destination?.Literal?.Contains("/bin", StringComparison.Ordinal) is not false
                    || family.Traces.Any(copy.Span.Mentions),
                _ => false,
            }
        );

    /// <param name="Bases">Images that hold the language.</param>
    /// <param name="Programs">What its packages, or it itself, bring.</param>
    /// <param name="Traces">Words under which it comes into an image.</param>
    private sealed record Family(string[] Bases, string[] Programs, string[] Traces);
}
