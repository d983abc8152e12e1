namespace Seaworthy.Rules.Configuration;

/// <summary>The rules of this folder.</summary>
internal static class ConfigurationRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new RequiredVariableUndefined(),
        new VariableNotSupplied(),
        new VariableUnderAnotherName(),
        new SectionWithOneUnderscore(),
        new SuppliedVariableNeverRead(),
        new BuildTimeVariableAtRunTime(),
        new BrowserUnreachableUrl(),
        new PrefixOfAnotherBundler(),
        new UndocumentedVariable(),
        new TemplateVariableNeverRead(),
        new TemplateVariableNotPassed(),
        new EnvTemplateMissing(),
        new VariableReadUnderTwoNames(),
        new PlaceholderNeverFilled(),
        new CaddyAddressNotSet(),
        new ValueNotJson(),
        new ValueOfAnotherEnvironment(),
        new ValueOfAnotherType(),
        new EnvFileSplitIntoWords(),
        new EnvFileUnderAnotherName(),
        new SharedSecretDiffers(),
        new SecretPathAsValue(),
        new BuildTimeVariableMissing(),
        new BuildCommandWithoutVariable(),
        new JavaOptionsIgnored(),
        new PropertyNoLongerRead(),
        new BootstrapFileIgnored(),
        new PresignedUrlUnreachable(),
        new InlineScriptsBlocked(),
        new SettingNoLongerRead(),
        new ConfigurationCachedInBuild(),
        new TextTakenAsTruth(),
        new DjangoMiddlewareMissing(),
        new Base64PasswordInUrl(),
        new UnknownTimeZone(),
        new PlaceholderOfAnotherName(),
        new CommentInPropertyValue(),
        new EqualsSignInValue(),
        new DatabaseUrlShared(),
    ];
}
