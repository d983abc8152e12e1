using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>A program hashes passwords with a function that is made to be fast.</summary>
internal sealed class PasswordHashedFast : Rule<Component>
{
    private const int MostPlaces = 8;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/password-hashed-fast",
            Title = "Weak password hash",
            Area = Area.Security,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "A graphics card tries billions of passwords a second against such a hash: a stolen table gives away most of them in hours.",
            Holds = "Passwords are hashed with a slow function.",
        };

    public override IEnumerable<Component> Subjects(Deployment deployment) =>
        deployment.Components.Where(component => Settings(component).Any(setting => IsFast(setting) || IsSlow(setting)));

    protected override Subject Identify(Component subject) => new(subject.Name, subject.DeclaredIn.Whole);

    protected override IEnumerable<Verdict> Check(Component subject, Deployment deployment)
    {
        var found = Settings(subject).Where(IsFast).OrderBy(setting => FastHashes.IsBroken(NameOf(setting)) ? 0 : 1).ToList();
        if (found is not [var first, ..])
        {
            yield break;
        }

        var names = NameList.Of([.. found.Select(NameOf).Distinct(StringComparer.Ordinal)], MostPlaces);
        yield return Warn(first.Span, $"{subject.Title} hashes passwords with {names}, which is made to be fast.")
            .As(FastHashes.IsBroken(NameOf(first)) ? Severity.High : Severity.Medium)
            .Related(found.Skip(1).Take(MostPlaces).Select(setting => setting.Span))
            .Remedy(
                $"Hash with {SlowHash(LanguageAt(first, subject))} in {PlaceList.Of(found.Select(setting => setting.Span))}, and hash each kept password anew when its user signs in."
            )
            .VerifyAllGone();
    }

    private static Language? LanguageAt(FrameworkSetting setting, Component component) =>
        component.Code.FirstOrDefault(file => file.File == setting.Span.File)?.Language;

    private static string SlowHash(Language? language) =>
        language switch
        {
            Language.Php => "`password_hash` and compare with `password_verify`",
            Language.Python => "`bcrypt.hashpw` or argon2-cffi",
            Language.JavaScript or Language.TypeScript => "`bcrypt.hash` or `crypto.scrypt`",
            Language.Java or Language.Kotlin => "`BCryptPasswordEncoder`",
            Language.CSharp => "`PasswordHasher` of ASP.NET Core Identity",
            Language.Go => "`bcrypt.GenerateFromPassword`",
            _ => "bcrypt or Argon2",
        };

    private static IEnumerable<FrameworkSetting> Settings(Component component) =>
        component.Code.Where(file => !file.IsTest).SelectMany(file => file.Settings);

    private static bool IsFast(FrameworkSetting setting) => setting.Name == FrameworkSetting.FastPasswordHash;

    private static bool IsSlow(FrameworkSetting setting) =>
        setting.Name.StartsWith(FrameworkSetting.AccountPassword, StringComparison.Ordinal);

    private static string NameOf(FrameworkSetting setting) => setting.Value is CodeValue.Literal literal ? literal.Text : "";
}
