using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>Finds the components that allow any origin, by what one file of theirs says.</summary>
/// <remarks>
/// Sources: Starlette, CORSMiddleware; Flask-CORS and django-cors-headers, documentation; expressjs/cors, "Configuration Options": <c>true</c> reflects the origin;
/// ASP.NET Core, "Enable CORS": any origin together with credentials is invalid; Fetch standard, "CORS protocol and credentials".
/// </remarks>
internal static class OpenCorsFinder
{
    public static IEnumerable<OpenCors> Of(Deployment deployment)
    {
        var open = deployment
            .Components.Where(component => component is { IsStaticSite: false, IsForPhones: false })
            .SelectMany(component =>
                component.Code.Where(file => !file.IsTest && IsOfItsProgram(component, file)).Select(file => new { component, file })
            )
            .Where(pair => pair.file.Settings.Any(IsCors));
        return (
            from pair in open
            let workload = Servers
                .Of(deployment, pair.component)
                .Where(workload => !workload.IsOneShot)
                .MaxBy(workload => workload.Environment is TargetEnvironment.Development or TargetEnvironment.Test ? 0 : 1)
            where workload is not null
            let found = Of(pair.component, pair.file, workload)
            where found is not null
            select new
            {
                found,
                pair.file.File.Path,
                IsOfJvm = pair.file.Language is Language.Java or Language.Kotlin,
            }
        )
            .OrderBy(pair => pair.found.Treatment == CorsTreatment.Names ? 1 : 0)
            // Spring has an annotation for each controller: one answer of one program.
            .DistinctBy(pair => (pair.found.Component, pair.IsOfJvm ? "" : pair.Path))
            .Select(pair => pair.found);
    }

    private static OpenCors? Of(Component component, CodeFile file, Workload workload)
    {
        if (file.Settings.FirstOrDefault(setting => setting.Name == FrameworkSetting.CorsRefused) is { } refused)
        {
            return new OpenCors(workload, component, refused.Span, refused.Span, CorsTreatment.Throws);
        }

        var allowing = file
            .Settings.Select(setting => new { setting, Open = Openness(setting) })
            .FirstOrDefault(row => row.Open is not null);
        if (allowing?.Open is not { } open || (open.Variable is { } variable && IsSet(workload, variable)))
        {
            return file.Settings.FirstOrDefault(IsCors) is { } named
                ? new OpenCors(workload, component, named.Span, null, CorsTreatment.Names)
                : null;
        }

        var credentials = file.Settings.FirstOrDefault(setting =>
            setting.Name is "cors.credentials" or "django.CORS_ALLOW_CREDENTIALS" && IsTrue(setting.Value)
        );
        // In C#, both stand for different policies unless one call follows the other.
        return new OpenCors(
            workload,
            component,
            allowing.setting.Span,
            file.Language == Language.CSharp ? null : credentials?.Span,
            open.IsStar && file.Language is Language.JavaScript or Language.TypeScript or Language.Go
                ? CorsTreatment.AnswersStar
                : CorsTreatment.Reflects
        )
        {
            UnsetVariable = open.Variable,
        };
    }

    /// <summary>A file in another language than the program's is no part of what starts: a stub, a script.</summary>
    private static bool IsOfItsProgram(Component component, CodeFile file) =>
        component.Language is not { } language || Family(file.Language) == Family(language);

    private static Language Family(Language language) => language == Language.TypeScript ? Language.JavaScript : language;

    private static bool IsSet(Workload workload, string variable) =>
        workload.SuppliesMoreBecause is not null || workload.Supplies(variable);

    private static Openness? Openness(FrameworkSetting setting) =>
        setting switch
        {
            { Name: "cors.allowAll" } or { Name: "django.CORS_ALLOW_ALL_ORIGINS" or "django.CORS_ORIGIN_ALLOW_ALL" } => IsTrue(
                setting.Value
            )
                ? new Openness(true, null)
                : null,
            { Name: "cors.origins", Value: CodeValue.Literal literal } => Star(literal, null),
            { Name: "cors.origins", Value: CodeValue.Environment { Default: CodeValue.Literal literal } read } => Star(literal, read.Name),
            {
                Name: "cors.origins",
                Value: CodeValue.Choice { IsConditional: false, Options: [CodeValue.Environment read, CodeValue.Literal literal] }
            } => Star(literal, read.Name),
            _ => null,
        };

    private static Openness? Star(CodeValue.Literal literal, string? variable) =>
        literal.Text is "*" or "true" ? new Openness(literal.Text == "*", variable) : null;

    private static bool IsCors(FrameworkSetting setting) =>
        setting.Name.StartsWith("cors.", StringComparison.Ordinal) || setting.Name.StartsWith("django.CORS_", StringComparison.Ordinal);

    private static bool IsTrue(CodeValue value) => value is CodeValue.Literal { Text: "true" or "True" };
}
