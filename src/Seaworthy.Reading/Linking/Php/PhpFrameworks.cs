using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Php;

/// <summary>Tells the framework from what composer.json requires.</summary>
internal static class PhpFrameworks
{
    public static PhpFramework Of(Component component)
    {
        var composer = component.Manifests.OfType<ComposerJson>().FirstOrDefault();
        return composer is null
            ? component.Language == Language.Php
                ? PhpFramework.Unknown
                : PhpFramework.None
            : composer.FindDependency("laravel/framework") is not null
                ? PhpFramework.Laravel
                : composer.FindDependency("laravel/lumen-framework") is not null
                    ? PhpFramework.Lumen
                    : composer.FindDependency("symfony/framework-bundle") is not null
                        ? PhpFramework.Symfony
                        : composer.FindDependency("slim/slim") is not null
                            ? PhpFramework.Slim
                            : component.Language == Language.Php
                                ? PhpFramework.Unknown
                                : PhpFramework.None;
    }
}
