using System.Reflection;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Tabletop.Web.Tests.Language;

/// <summary>What a literal in the program is for.</summary>
enum Wording
{
    /// <summary>Given to the localizer by itself.</summary>
    Key,

    /// <summary>All of a phrase, with <c>{0}</c> where its values stand.</summary>
    Phrase,

    /// <summary>Anything else.</summary>
    Plain,
}

/// <param name="Type">Full name of the outermost type that it stands in.</param>
/// <param name="Name">Of the attribute that it is the value of; empty: it is no attribute's.</param>
/// <param name="Call">Name of the method that is called with it next; empty: none.</param>
sealed record CompiledText(string Type, bool InComponent, Wording Wording, string Text, string Name, string Call);

/// <summary>Reads what people may be told out of a compiled program: there, pages and classes are the same.</summary>
static class CompiledTexts
{
    const string PhraseType = "Tabletop.Engine.Phrase";

    public static IReadOnlyList<CompiledText> In(string assembly)
    {
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Components.ComponentBase).Assembly.Location));
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"), new() { AssemblyResolver = resolver });
        return [.. module.Types.SelectMany(type => Of(type, type, IsComponent(type)))];
    }

    /// <summary>Names of all properties: a component's parameters are named by literals.</summary>
    public static IReadOnlySet<string> PropertiesOf(Assembly assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        return module.Types.SelectMany(type => type.Properties).Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>
    /// Where a phrase has lost its values or its language: made of a text that was put together before, put into a text, or
    /// shown as it is. Names of methods.
    /// </summary>
    public static IReadOnlyList<string> LosingTheLanguage(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        return [.. module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody && LosesTheLanguage(method)).Select(method => $"{method.DeclaringType.FullName}.{method.Name}")];
    }

    static bool LosesTheLanguage(MethodDefinition method)
    {
        var code = method.Body.Instructions.Where(instruction => instruction.OpCode.Code != Code.Nop).ToList();
        return Enumerable.Range(0, code.Count).Any(at => code[at].Operand is MethodReference called && (called switch
        {
            { Name: "ToStringAndClear" } or { Name: "get_Message", DeclaringType.Name: "Refusal" or "Rejection" } or { DeclaringType.FullName: "System.String", Name: "Concat" or "Join" or "Format" or "Create" } => BecomesPhrase(code, at),
            GenericInstanceMethod { Name: "AppendFormatted" } generic => called.DeclaringType.FullName != PhraseType && generic.GenericArguments[0].FullName == PhraseType,
            { Name: "AddContent" or "AddAttribute" } => called.Parameters[^1].ParameterType.FullName == "System.Object" && at > 0 && TypeOf(method, code[at - 1])?.FullName == PhraseType,
            _ => false,
        }));
    }

    static IEnumerable<CompiledText> Of(TypeDefinition type, TypeDefinition outermost, bool component) => type.Methods
        .Where(method => method.HasBody && !IsMadeByTheCompiler(method))
        .SelectMany(method => Of(method).Select(found => found with { Type = outermost.FullName, InComponent = component }))
        .Concat(type.NestedTypes.SelectMany(nested => Of(nested, outermost, component)));

    // What a record says of itself. A lambda is made by the compiler too, and is what somebody wrote.
    static bool IsMadeByTheCompiler(MethodDefinition method) => !method.Name.StartsWith('<')
        && method.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute");

    static IEnumerable<CompiledText> Of(MethodDefinition method)
    {
        var code = method.Body.Instructions.Where(instruction => instruction.OpCode.Code != Code.Nop).ToList();
        var open = new Stack<OpenPhrase>();
        for (var at = 0; at < code.Count; at++)
        {
            if (code[at].Operand is MethodReference called && called.DeclaringType.FullName == PhraseType)
            {
                if (called.Name == ".ctor" && called.Parameters[0].ParameterType.FullName == "System.Int32")
                    open.Push(new(NumberOf(code[at - 2]), NumberOf(code[at - 1])));
                else if (called.Name == "AppendLiteral" && code[at - 1].Operand is string words)
                    open.Peek().Append(words);
                else if (called.Name == "AppendFormatted")
                    open.Peek().AppendValue();

                if (open.TryPeek(out var phrase) && phrase.IsWhole)
                    yield return new("", false, Wording.Phrase, open.Pop().Format, "", "");
            }

            if (code[at].Operand is string text && code[at].OpCode.Code == Code.Ldstr && !IsPartOfPhrase(code, at))
            {
                var wording = at > 0 && IsLocalizer(method, code[at - 1]) ? Wording.Key : BecomesPhrase(code, at) ? Wording.Phrase : Wording.Plain;
                yield return new("", false, wording, text, NameOf(code, at), CallAfter(code, at));
            }
        }
    }

    static bool IsPartOfPhrase(List<Instruction> code, int at) =>
        Next(code, at)?.Operand is MethodReference { Name: "AppendLiteral", DeclaringType.FullName: PhraseType };

    // A choice of two texts jumps to the place where either becomes a phrase.
    static bool BecomesPhrase(List<Instruction> code, int at)
    {
        var next = Next(code, at);
        while (next is { OpCode.FlowControl: FlowControl.Branch, Operand: Instruction target })
            next = target;
        return next?.Operand is MethodReference { Name: "op_Implicit", DeclaringType.FullName: PhraseType };
    }

    static bool IsLocalizer(MethodDefinition method, Instruction loads) => TypeOf(method, loads)?.FullName.StartsWith("Microsoft.Extensions.Localization.IStringLocalizer", StringComparison.Ordinal) == true;

    static TypeReference? TypeOf(MethodDefinition method, Instruction loads) => loads.OpCode.Code switch
    {
        Code.Call or Code.Callvirt => ((MethodReference)loads.Operand).ReturnType,
        Code.Ldfld or Code.Ldsfld => ((FieldReference)loads.Operand).FieldType,
        Code.Ldarg or Code.Ldarg_S => ((ParameterDefinition)loads.Operand).ParameterType,
        Code.Ldloc or Code.Ldloc_S => ((VariableDefinition)loads.Operand).VariableType,
        Code.Ldloc_0 or Code.Ldloc_1 or Code.Ldloc_2 or Code.Ldloc_3 => method.Body.Variables[loads.OpCode.Code - Code.Ldloc_0].VariableType,
        Code.Ldarg_0 or Code.Ldarg_1 or Code.Ldarg_2 or Code.Ldarg_3 => method.Parameters.ElementAtOrDefault(loads.OpCode.Code - Code.Ldarg_0 - (method.HasThis ? 1 : 0))?.ParameterType,
        _ => null,
    };

    static string NameOf(List<Instruction> code, int at) =>
        CallAfter(code, at).StartsWith("AddAttribute", StringComparison.Ordinal) && at > 0 && code[at - 1].Operand is string name ? name : "";

    static string CallAfter(List<Instruction> code, int at) => Next(code, at)?.Operand is MethodReference called
        ? called.Name == ".ctor" ? called.DeclaringType.Name : called.Name
        : IsLookedFor(code, at) ? nameof(string.Contains) : "";

    // Compared with another text, found in it or replaced in it, whatever else is said about how.
    static bool IsLookedFor(List<Instruction> code, int at)
    {
        var next = at + 1;
        while (next < code.Count && (code[next].OpCode.Code == Code.Ldstr || code[next].OpCode.Name.StartsWith("ldc", StringComparison.Ordinal)))
            next++;
        return next < code.Count && code[next].Operand is MethodReference { DeclaringType.FullName: "System.String", Name: not "Concat" };
    }

    static Instruction? Next(List<Instruction> code, int at) => at + 1 < code.Count ? code[at + 1] : null;

    static int NumberOf(Instruction loads) => loads.OpCode.Code switch
    {
        >= Code.Ldc_I4_0 and <= Code.Ldc_I4_8 => loads.OpCode.Code - Code.Ldc_I4_0,
        Code.Ldc_I4_S => (sbyte)loads.Operand,
        _ => (int)loads.Operand,
    };

    static bool IsComponent(TypeDefinition type)
    {
        for (var above = type.BaseType; above is not null; above = above.Resolve()?.BaseType)
        {
            if (above.Name == "ComponentBase")
                return true;
        }

        return false;
    }

    sealed class OpenPhrase(int letters, int values)
    {
        readonly StringBuilder format = new();
        int lettersLeft = letters;
        int valuesMet;

        public string Format => format.ToString();

        public bool IsWhole => lettersLeft <= 0 && valuesMet == values;

        public void Append(string words)
        {
            format.Append(words);
            lettersLeft -= words.Length;
        }

        public void AppendValue() => format.Append('{').Append(valuesMet++).Append('}');
    }
}
