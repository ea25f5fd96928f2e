package import Values

/// The refusals of the joint acceptance capability (联合竣工验收类拒绝), each under its guard's name.
package enum JointAcceptanceRefusals {
    package static let noticeIsEarlyEnough = RefusalWords(
        "acceptance_notice_is_early_enough",
        Words("验收通知送达质监站太晚。", "The notice reached the quality station too late."),
        remedy: Words("推迟验收日，或按所列日期提前通知。", "Put the event off, or give notice by the day named."),
        liftedBy: [.constructionUnit], key: "acceptance.notice_workdays")
    package static let noticeIsOfTheDayItIsRecorded = RefusalWords(
        "acceptance_notice_is_of_the_day_it_is_recorded",
        Words(
            "通知日期须是登记通知的当天，提前的工作日从这一天起算。",
            "A notice is of the day on which it is recorded: its working days are counted from there."),
        remedy: Words(
            "通知送达质监站的当天登记；验收日按登记日推算。", "Record it on the day it is given, and choose the event by that day."),
        liftedBy: [.constructionUnit], key: "acceptance.notice_workdays")
    package static let eventIsAhead = RefusalWords(
        "acceptance_event_is_ahead",
        Words(
            "验收日须在今天以后，不能补登已经过去的验收。", "An acceptance is called for a day to come, not for one that is past."),
        remedy: Words("另定验收日，按规定提前通知。", "Choose another day, and give notice in time."),
        liftedBy: [.constructionUnit], key: "acceptance.notice_workdays")
    package static let calendarNotLoaded = RefusalWords(
        "calendar_not_loaded",
        Words("验收日所在年份的放假安排尚未公布，无法计算工作日。", "The working days of that year are not published."),
        remedy: Words(
            "由建设单位改到日历已收录的日期；或由平台维护人员在国务院办公厅公布当年放假安排后发布政策包。",
            "The construction unit chooses a day that the calendar reaches; or the keeper of the packs publishes them "
                + "with the holiday notice of that year."),
        liftedBy: [.constructionUnit], key: "acceptance.notice_workdays")
    package static let waitsForBlocks = RefusalWords(
        "acceptance_waits_for_blocks",
        Words("还有未办结的严重问题、变更或停工，不能验收。", "Something unsettled stands in the way of acceptance."),
        remedy: Words("办结所列事项。", "Settle what is named."),
        liftedBy: [.constructionUnit, .supervisor, .contractor],
        key: "acceptance.organiser")
    package static let waitsForCompletionReport = RefusalWords(
        "acceptance_waits_for_completion_report",
        Words("施工单位还没有报告竣工。", "Completion is not reported."),
        remedy: Words("检验批全部合格、日志全部审定后报告竣工。", "Report completion once lots are passed and logs decided."),
        liftedBy: [.contractor, .epcContractor], key: "acceptance.organiser")
    package static let waitsForInspectionLots = RefusalWords(
        "acceptance_waits_for_inspection_lots", Words("检验批没有全部验收合格。", "Not every inspection lot is passed."),
        remedy: Words("整改后重新报验。", "Rectify and have them inspected again."),
        liftedBy: [.contractor, .supervisor],
        key: "acceptance.checklist")
    package static let waitsForItsChecklist = RefusalWords(
        "acceptance_waits_for_its_checklist",
        Words("竣工验收条件没有逐项落实。", "Items of the acceptance checklist are open."),
        remedy: Words("逐项填写所附文件；确实不适用的写明理由。", "Name the paper for each, or why it does not apply."),
        liftedBy: [.constructionUnit], key: "acceptance.checklist")
    package static let answerIsOfTheChecklist = RefusalWords(
        "acceptance_answer_is_of_the_checklist",
        Words("验收条件里没有这一项，或这一项不能填“不适用”。", "The checklist has no such item, or it always applies."),
        remedy: Words("按清单逐项填写。", "Answer the items of the list."), liftedBy: [.constructionUnit],
        key: "acceptance.checklist")
    package static let roundHasItsNotice = RefusalWords(
        "acceptance_round_has_its_notice",
        Words(
            "没有存入这个文号、这个日期的验收通知书原件。",
            "The notice of this number and day to the quality station is not stored."),
        remedy: Words(
            "先把送质监站的验收通知书（写明文号，日期就是通知日期）作为材料登记并上传。",
            "Record the notice, with its number, its bytes and the day of the notice, as a paper first."),
        liftedBy: [.constructionUnit], key: "acceptance.notice_workdays")
    package static let noticeServesOneRound = RefusalWords(
        "acceptance_notice_serves_one_round",
        Words("这份验收通知书已用于另一轮验收。", "A round was called on this notice already."),
        remedy: Words(
            "重新通知质监站，用新的文号和新的通知书原件。",
            "Notify the station anew, under a new number and with the new notice's bytes."),
        liftedBy: [.constructionUnit], key: "acceptance.notice_workdays")
    package static let receiptAnswersItsNotice = RefusalWords(
        "notice_receipt_answers_its_notice",
        Words(
            "在回执的日期以前没有这个文号的验收通知书，或者这是另一份通知的回执。",
            "No notice of this number was given by the receipt's day, or this is the receipt of another notice."
        ),
        remedy: Words(
            "按所收到的通知书填写文号和收到的日期，上传这份回执的原件。",
            "Give the number of the notice received and the day it came, and the bytes of this very receipt."),
        liftedBy: [.qualityStation], key: "acceptance.notice_workdays")
    package static let certificateWaitsForTheReceipt = RefusalWords(
        "certificate_waits_for_the_stations_receipt",
        Words(
            "质监站还没有登记在通知日至验收日之间收到本轮验收通知的回执。",
            "The quality station has not recorded that it received this round's notice by the day of the acceptance."
        ),
        remedy: Words(
            "请质监站登记回执（写明通知书文号和收到的日期）并上传；验收日以前没有收到的，取消本轮，重新通知。",
            "Let the quality station record its receipt under the notice's number; if it came too late, call the round off."
        ),
        liftedBy: [.qualityStation], key: "acceptance.notice_workdays")
    package static let itemAppliesToItsUnit = RefusalWords(
        "acceptance_item_applies_to_its_unit",
        Words(
            "项目有这家单位，这一项就不能填“不适用”。",
            "The unit whose paper it is works on the project: the item applies."),
        remedy: Words("由所列单位出具并登记这份材料。", "Let the unit named give and record its paper."),
        liftedBy: [.surveyor, .designer, .supervisor, .contractor], key: "acceptance.checklist")
    package static let answerRestsOnWhatStands = RefusalWords(
        "acceptance_answer_rests_on_what_stands",
        Words("这些条件以所列文件或工程数据为准，不能只凭一句话填“具备”。", "These items are met by what is named, not by a word."),
        remedy: Words(
            "先登记并上传所列文件，或办结所列事项。", "Record the paper with its bytes, or settle what is named, first."),
        liftedBy: [.constructionUnit, .contractor, .supervisor, .designer], key: "acceptance.checklist")
    package static let roundFollowsTheOneBefore = RefusalWords(
        "acceptance_round_follows_the_one_before",
        Words("上一轮验收还没有结束。", "The round before has not ended."),
        remedy: Words("先完成、判定未通过或取消上一轮。", "Finish it, fail it or call it off first."),
        liftedBy: [.constructionUnit],
        key: "acceptance.organiser")
    package static let isPassedOnce = RefusalWords(
        "acceptance_is_passed_once", Words("联合竣工验收已经通过，不再另行组织。", "Joint acceptance is passed already."),
        remedy: Words("直接办理设施移交和后续事项。", "Go on with hand-over and what follows."),
        liftedBy: [.constructionUnit],
        key: "acceptance.organiser")
    package static let roundHasEnded = RefusalWords(
        "acceptance_round_has_ended", Words("这一轮验收已经结束，记录不再改动。", "The round has ended and stays as it is."),
        remedy: Words("整改后另开一轮，重新通知。", "Rectify, then call another round with its own notice."),
        liftedBy: [.constructionUnit], key: "acceptance.organiser")
    package static let seatIsFilledOnce = RefusalWords(
        "acceptance_seat_is_filled_once", Words("这个席位已经有人。", "The seat is filled."),
        remedy: Words("原来的人声明回避后才能换人。", "Another takes it only where its holder stepped aside."),
        liftedBy: [.constructionUnit, .contractor, .epcContractor, .supervisor, .designer],
        key: "acceptance.mandatory_seats")
    package static let seatIsOfItsUnit = RefusalWords(
        "acceptance_seat_is_of_its_unit",
        Words("这个席位属于另一家单位；同一身份的每家参建单位各有一个席位。", "The seat is another unit's: each engaged unit has its own."),
        remedy: Words(
            "请所列单位的人员入席，或选择本单位的席位。", "Seat someone of the unit named, or take the unit's own seat."),
        liftedBy: [.constructionUnit], key: "acceptance.mandatory_seats")
    package static let roundHasItsSeats = RefusalWords(
        "acceptance_round_has_its_seats",
        Words(
            "缺少规定的必备席位：每家参建单位都要有自己的席位。",
            "Seats that the rule makes mandatory are missing: each engaged unit has its own."),
        remedy: Words(
            "取消本轮，重新通知，席位按现有参建单位确定。",
            "Call the round off and call another: its seats are the units of that day."),
        liftedBy: [.constructionUnit], key: "acceptance.mandatory_seats")
    package static let opinionIsOfItsTime = RefusalWords(
        "acceptance_opinion_is_of_its_time",
        Words(
            "签署时间须在案卷封存之后、收到之前（容许时钟相差五分钟）。",
            "A signature is from after its dossier was frozen and not from ahead of now; clocks are left five minutes."
        ),
        remedy: Words(
            "意见没有登记。核对设备时钟，用 --at 写明真实的签署时间，重新签署后发送。",
            "Nothing was recorded. Check the device's clock, give the true moment with --at, sign again and send."
        ),
        liftedBy: [.constructionUnit, .contractor, .supervisor, .designer],
        key: "acceptance.organiser")
    package static let opinionIsOnePerDossier = RefusalWords(
        "acceptance_opinion_is_one_per_dossier",
        Words("这个席位对这份案卷已经签署过，意见不能改。", "The seat has signed this dossier, and what was signed stays."),
        remedy: Words(
            "意见有变的，由建设单位把新的材料放进案卷，封存新的一版，再对新的一版签署。",
            "Where the opinion has changed, the construction unit freezes a new dossier with what is new: sign that."
        ),
        liftedBy: [.constructionUnit], key: "acceptance.organiser")
    package static let personSitsOnce = RefusalWords(
        "acceptance_person_sits_once", Words("一个人只能占一个席位。", "One person holds one seat."),
        remedy: Words("换一位人员。", "Name another person."), liftedBy: [.constructionUnit],
        key: "acceptance.mandatory_seats")
    package static let signerIsEngaged = RefusalWords(
        "acceptance_signer_is_engaged_in_the_role",
        Words("该单位没有以这个身份参加本项目。", "The unit does not take part in this project in that role."),
        remedy: Words(
            "先登记参建单位，或由参建单位的人员入席。", "Record the engagement first, or seat someone of the engaged unit."),
        liftedBy: [.constructionUnit], key: "acceptance.mandatory_seats")
    package static let signerBelongsToTheUnit = RefusalWords(
        "acceptance_signer_belongs_to_the_unit",
        Words("这个人在该单位没有到验收日仍有效的任职。", "The person has no appointment at the unit that lasts to the event."),
        remedy: Words("先登记任职。", "Record the appointment first."), liftedBy: [.constructionUnit],
        key: "acceptance.mandatory_seats")
    package static let signerHasNoConflict = RefusalWords(
        "acceptance_signer_has_no_conflict",
        Words("签署人或其单位有利害关系，不能在这个席位签署。", "The signer or the unit has a conflict of interest."),
        remedy: Words("声明回避，由无利害关系的人员入席签署。", "Step aside: someone without the conflict takes the seat."),
        liftedBy: [.constructionUnit], key: "delivery.incompatible")
    package static let opinionIsTheHoldersOwn = RefusalWords(
        "acceptance_opinion_is_the_seat_holders_own",
        Words(
            "意见只能由席位上的本人给出，不能代签。", "Only whoever holds the seat gives its opinion; nobody signs for another."),
        remedy: Words("请席位上的本人登录签署。", "The holder signs in and signs."),
        liftedBy: [.constructionUnit, .contractor, .epcContractor, .supervisor, .designer],
        key: "acceptance.mandatory_seats")
    package static let opinionWaitsForTheEvent = RefusalWords(
        "acceptance_opinion_waits_for_the_event", Words("还没有到验收日。", "The day of the event has not come."),
        remedy: Words("验收日到现场查验后再签。", "Inspect the site on the day, then sign."),
        liftedBy: [.constructionUnit, .contractor, .epcContractor, .supervisor, .designer],
        key: "acceptance.notice_workdays")
    package static let opinionIsOverAFrozenDossier = RefusalWords(
        "acceptance_opinion_is_over_a_frozen_dossier",
        Words("所签摘要不是本轮封存的案卷。", "The digest is not of a frozen dossier of this round."),
        remedy: Words("下载本轮案卷后重新签署。", "Download the round's dossier and sign that."),
        liftedBy: [.constructionUnit, .contractor, .epcContractor, .supervisor, .designer],
        key: "acceptance.organiser")
    package static let seatNeedsAKey = RefusalWords(
        "acceptance_seat_needs_a_key", Words("这个席位须用本人密钥签署。", "This seat signs with a key of its own."),
        remedy: Words(
            "用命令行工具生成并登记密钥，离线签署后提交。", "Make and register a key with the command line, sign and send."),
        liftedBy: [.constructionUnit, .contractor, .epcContractor, .supervisor],
        key: "acceptance.key_seats")
    package static let keyIsTheSignersOwn = RefusalWords(
        "acceptance_key_is_the_signers_own",
        Words("签名所用密钥不是签署人登记的有效密钥。", "The key is not the signer's own, or not valid today."),
        remedy: Words("先登记本人公钥，再签署。", "Register one's own public key, then sign."),
        liftedBy: [.constructionUnit, .contractor, .epcContractor, .supervisor],
        key: "acceptance.key_seats")
    package static let signatureIsValid = RefusalWords(
        "acceptance_signature_is_valid", Words("签名与所签内容不符。", "The signature does not fit the statement."),
        remedy: Words("用本人密钥对原样的声明重新签署。", "Sign the statement as it is, with one's own key."),
        liftedBy: [.constructionUnit, .contractor, .epcContractor, .supervisor],
        key: "acceptance.key_seats")
    package static let statementIsOfTheRound = RefusalWords(
        "acceptance_statement_is_of_the_round",
        Words("声明里的项目、轮次、席位或签署人与本次提交不符。", "The statement names another project, round, seat or person."),
        remedy: Words("下载本轮案卷后重新生成声明。", "Download the round's dossier and make the statement again."),
        liftedBy: [.constructionUnit, .contractor, .epcContractor, .supervisor, .designer],
        key: "acceptance.key_seats")
    package static let attestedShowsSecondFactor = RefusalWords(
        "acceptance_attested_shows_second_factor",
        Words("平台见证签署须用验证码二次登录。", "An attested opinion needs a sign-in with a second factor."),
        remedy: Words("退出后用密码和验证码重新登录。", "Sign in again with password and one-time code."),
        liftedBy: [.constructionUnit, .contractor, .epcContractor, .supervisor, .designer],
        key: "acceptance.key_seats")
    package static let certificateWaitsForTheEvent = RefusalWords(
        "certificate_waits_for_the_event", Words("还没有到验收日，不能出具验收证书。", "The day of the event has not come."),
        remedy: Words("验收日及以后出具。", "Issue it on the day or after."), liftedBy: [.constructionUnit],
        key: "acceptance.notice_workdays")
    package static let waitsForAllSeats = RefusalWords(
        "certificate_waits_for_all_seats",
        Words("必备席位没有全部签署“合格”。", "Not every mandatory seat has passed."),
        remedy: Words("请所列席位签署；沉默不算同意。", "The seats named sign; silence is not consent."),
        liftedBy: [.constructionUnit, .designer, .supervisor, .contractor], key: "acceptance.mandatory_seats")
    package static let restsOnOneDigest = RefusalWords(
        "certificate_rests_on_one_digest",
        Words("各席位签的不是同一份案卷。", "The seats did not sign the same dossier."),
        remedy: Words("请所列席位对最新案卷重新签署。", "The seats named sign the latest dossier again."),
        liftedBy: [.constructionUnit, .designer, .supervisor, .contractor], key: "acceptance.organiser")
    package static let restsOnTheLatestDossier = RefusalWords(
        "certificate_rests_on_the_latest_dossier",
        Words("案卷已有新版本，须以最新案卷为准。", "There is a newer version of the dossier."),
        remedy: Words("下载最新案卷，重新签署。", "Download the latest dossier and sign it."),
        liftedBy: [.constructionUnit, .contractor, .epcContractor, .supervisor, .designer],
        key: "acceptance.organiser"
    )
    package static let hasNoFailingSeat = RefusalWords(
        "certificate_has_no_failing_seat",
        Words("有席位签署“不合格”。", "A seat said fail: opinions are not averaged."),
        remedy: Words("判定本轮未通过，整改后另开一轮。", "Fail this round, rectify, and call another."),
        liftedBy: [.constructionUnit],
        key: "acceptance.mandatory_seats")
    package static let failsByAnOpinion = RefusalWords(
        "acceptance_round_fails_by_an_opinion",
        Words("没有席位签署“不合格”或回避，不能判定未通过。", "No seat said fail or stepped aside."),
        remedy: Words("等待意见，或说明原因取消本轮。", "Wait for opinions, or call the round off with a reason."),
        liftedBy: [.constructionUnit],
        key: "acceptance.mandatory_seats")
    package static let isCalledOffBeforeDissent = RefusalWords(
        "acceptance_round_is_called_off_before_dissent",
        Words("已有席位签署“不合格”或回避，不能以取消代替未通过。", "A seat dissented: the round fails and is not called off."),
        remedy: Words("判定本轮未通过。", "Fail the round."), liftedBy: [.constructionUnit],
        key: "acceptance.mandatory_seats")
    package static let dossierHoldsSomethingNew = RefusalWords(
        "acceptance_dossier_holds_something_new",
        Words("案卷没有变化，不必封存新版本。", "Nothing in the dossier has changed."),
        remedy: Words("用已封存的版本签署。", "Sign the version that is frozen."), liftedBy: [.constructionUnit],
        key: "acceptance.organiser")
    package static let delegationCoversTheEvent = RefusalWords(
        "delegation_covers_the_event",
        Words("授权委托书在验收日无效。", "The letter of delegation does not hold on the day of the event."),
        remedy: Words("由单位出具覆盖验收日的委托书。", "Let the unit grant one that covers the day."),
        liftedBy: [.constructionUnit, .contractor, .supervisor, .designer], key: "acceptance.mandatory_seats")
    package static let delegationHoldsWhenSigning = RefusalWords(
        "delegation_holds_when_signing",
        Words("授权委托书在签署当日无效。", "The letter of delegation does not hold on the day of signing."),
        remedy: Words(
            "在委托期限内签署，或由他人持有效委托书入席。", "Sign within its days, or let another sit under a letter that holds."),
        liftedBy: [.constructionUnit], key: "acceptance.mandatory_seats")
    package static let disputeIsBetweenSeats = RefusalWords(
        "acceptance_dispute_is_between_seats",
        Words("各席位意见没有分歧。", "No seat says fail where another passes."),
        remedy: Words("没有分歧的，按结论出具证书或判定未通过。", "Where seats agree, certify or fail the round."),
        liftedBy: [.constructionUnit],
        key: "acceptance.mandatory_seats")
    package static let waitsForItsSettlement = RefusalWords(
        "acceptance_waits_for_its_settlement",
        Words(
            "各方意见不一致，须先登记分歧并协商一致，再重新组织验收。",
            "Seats differ: the dispute is recorded and settled first, and acceptance is run again."),
        remedy: Words("登记意见不一致；协商后登记协调结果。", "Record the dispute, then what the parties agreed."),
        liftedBy: [.constructionUnit], key: "acceptance.mandatory_seats")
    package static let waitsForItsCertificate = RefusalWords(
        "acceptance_waits_for_its_certificate",
        Words("没有验收证书，项目不能进入“验收通过”。", "The project has no acceptance certificate."),
        remedy: Words("由各席位签署后出具证书。", "Issue the certificate once the seats have signed."),
        liftedBy: [.constructionUnit],
        key: "acceptance.organiser")

    package static let all: [RefusalWords] =
        [
            noticeIsEarlyEnough, noticeIsOfTheDayItIsRecorded, eventIsAhead, calendarNotLoaded,
            waitsForBlocks, waitsForCompletionReport,
            waitsForInspectionLots,
            waitsForItsChecklist, answerIsOfTheChecklist, answerRestsOnWhatStands,
            itemAppliesToItsUnit, roundHasItsNotice, noticeServesOneRound, receiptAnswersItsNotice,
            certificateWaitsForTheReceipt, roundFollowsTheOneBefore,
            isPassedOnce,
            roundHasEnded,
            seatIsFilledOnce, seatIsOfItsUnit, roundHasItsSeats, opinionIsOfItsTime, opinionIsOnePerDossier,
            personSitsOnce, signerIsEngaged, signerBelongsToTheUnit, signerHasNoConflict,
            opinionIsTheHoldersOwn,
            opinionWaitsForTheEvent, opinionIsOverAFrozenDossier, seatNeedsAKey, keyIsTheSignersOwn,
            signatureIsValid,
            statementIsOfTheRound, attestedShowsSecondFactor, certificateWaitsForTheEvent, waitsForAllSeats,
            restsOnOneDigest, restsOnTheLatestDossier, hasNoFailingSeat, failsByAnOpinion,
            isCalledOffBeforeDissent,
            dossierHoldsSomethingNew, waitsForItsCertificate, delegationCoversTheEvent,
            delegationHoldsWhenSigning, disputeIsBetweenSeats, waitsForItsSettlement,
        ] + data
}
