import Actions
import ChangeOrders
import Delivery
import Forms
import Handover
import JointAcceptance
import Oversight
import Policy
import Projects
import Tendering
import Values
import Works

/// What the forms' choices are called (选项名称): by the nouns of the capabilities and the lists of the packs.
enum PageWords {
    static func words(_ desk: Desk) -> ChoiceWords {
        ChoiceWords(enumerations: enumerations) { key, edition, place in
            guard let policy = try? desk.shelf.policy(edition: edition, place: place, on: desk.clock.now.day),
                let list = try? policy.records(key).value
            else { return [] }
            return list.compactMap { record in
                (try? record.words()).map { Choice(record.id, $0.zh) }
            }
        }
    }

    private static let enumerations: [[String: String]] = [
        table(IssueState.self) { $0.words }, table(DailyLogState.self) { $0.words },
        table(DailyLogKind.self) { $0.words }, table(InspectionLotState.self) { $0.words },
        table(PaymentClaimState.self) { $0.words }, table(ChangeOrderState.self) { $0.words },
        table(HandoverState.self) { $0.words }, table(FacilityKind.self) { $0.words },
        table(DocumentVerdict.self) { $0.words }, table(SignatureMeans.self) { $0.words },
        table(WarrantyClaimState.self) { $0.words }, table(RoundState.self) { $0.words },
        table(SeatOpinion.self) { $0.words }, table(ProjectState.self) { $0.words },
        table(IntakeStage.self) { $0.words },
        table(WorksClass.self) { $0.words }, table(Category.self) { $0.words },
        table(AwardMethod.self) { $0.words }, table(UnitKind.self) { $0.words },
        table(Role.self) { $0.words },
    ]

    private static func table<Noun: CaseIterable & RawRepresentable<String>>(
        _ noun: Noun.Type, _ words: (Noun) -> Words
    ) -> [String: String] {
        Dictionary(uniqueKeysWithValues: noun.allCases.map { ($0.rawValue, words($0).zh) })
    }
}
